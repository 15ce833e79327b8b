/** What the engine needs of `fetch`; the caller signs requests with its identity. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{ status: number; text(): Promise<string> }>;

export type OpenSearchDeps = {
  /** `https://host`, without a path. */
  endpoint: string;
  /** Name of the index; a version of the mapping is added. */
  index: string;
  fetch: Fetch;
};

/** OpenSearch refused a request. */
export class OpenSearchProblem extends Error {
  override name = 'OpenSearchProblem';
  readonly status: number;
  constructor(status: number, message: string) {
    super(`${status} ${message.slice(0, 2000)}`);
    this.status = status;
  }
}

/** Sends a request and returns the JSON of the reply. Throws `OpenSearchProblem` for a status of 400 and more. */
export const send = async (
  { endpoint, fetch }: OpenSearchDeps,
  method: string,
  path: string,
  body?: { json: unknown } | { lines: string },
): Promise<unknown> => {
  const lines = body !== undefined && 'lines' in body;
  const reply = await fetch(`${endpoint}/${path}`, {
    method,
    headers: { 'content-type': lines ? 'application/x-ndjson' : 'application/json' },
    ...(body === undefined ? {} : { body: 'lines' in body ? body.lines : JSON.stringify(body.json) }),
  });
  const text = await reply.text();
  if (reply.status >= 400) throw new OpenSearchProblem(reply.status, text);
  return text === '' ? undefined : JSON.parse(text);
};
