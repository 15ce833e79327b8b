import type { Api } from './api.ts';

/** What the gateway answers itself, by API Gateway's names, with API Gateway's status and words. */
const defaults = {
  UNAUTHORIZED: [401, 'Unauthorized'],
  ACCESS_DENIED: [403, 'User is not authorized to access this resource'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  EXPIRED_TOKEN: [403, 'The security token included in the request is expired'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
  INTEGRATION_FAILURE: [504, 'Internal server error'],
  AUTHORIZER_FAILURE: [500, null],
  AUTHORIZER_CONFIGURATION_ERROR: [500, null],
  /** A function that failed or answered nonsense. */
  DEFAULT_5XX: [502, 'Internal server error'],
} as const satisfies Record<string, readonly [number, string | null]>;
export type RefusalType = keyof typeof defaults;

export type Answer = { status: number; headers: [string, string][]; body: Buffer };

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\$context\.([A-Za-z.]+)/g, (whole, name: string) => values[name] ?? whole);
}

/** The gateway's own answer, in the form that the template's gateway responses give it. */
export function refusal(api: Api, type: RefusalType, requestId: string, message?: string): Answer {
  const [status, words] = defaults[type];
  const general = status >= 500 ? 'DEFAULT_5XX' : 'DEFAULT_4XX';
  const custom = api.responses.get(type) ?? api.responses.get(general);
  const said = message ?? words;
  const body = fill(custom?.template ?? '{"message":$context.error.messageString}', {
    'error.message': said ?? '',
    'error.messageString': JSON.stringify(said),
    'error.responseType': type,
    requestId,
  });
  const headers = Object.entries(custom?.headers ?? {});
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  return {
    status: custom?.statusCode ?? status,
    headers: [
      ...(typed ? [] : [['Content-Type', 'application/json'] as [string, string]]),
      ...headers,
      ['x-amzn-RequestId', requestId],
      ['x-amzn-ErrorType', type],
    ],
    body: Buffer.from(body),
  };
}
