import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { Sha256 } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/transport';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Environment } from './environment.ts';

type Init = { method: string; headers: Record<string, string>; body?: string };
type Options = {
  /** Name of the service in signatures, `es` for OpenSearch. */
  service: string;
  /** Milliseconds after which an answer is waited for no longer. */
  patience: number;
  credentials?: () => Promise<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>;
};

/** `fetch` with the identity of this function: requests are signed with SigV4, for services that the SDK has no client of. */
export const signedFetch = (
  env: Pick<Environment, 'AWS_REGION'>,
  { service, patience, credentials = defaultProvider() }: Options,
) => {
  const signer = new SignatureV4({ service, region: env.AWS_REGION, credentials, sha256: Sha256 });
  return async (address: string, { method, headers, body }: Init): Promise<Response> => {
    const url = new URL(address);
    const request = new HttpRequest({
      method,
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { ...headers, host: url.host },
      ...(body === undefined ? {} : { body }),
    });
    const { host: _, ...signed } = (await signer.sign(request)).headers;
    return fetch(url, {
      method,
      headers: signed,
      signal: AbortSignal.timeout(patience),
      ...(body === undefined ? {} : { body }),
    });
  };
};
