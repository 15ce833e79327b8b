import { LOCAL_PLACE } from '../../infra/local/template/place.ts';

export type Settings = {
  url: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
};

export const HOW_TO_USE =
  'Set AWS_ENDPOINT_URL to an AWS-compatible endpoint, e.g. `docker compose up -d --wait && AWS_ENDPOINT_URL=http://127.0.0.1:4566 npm run test:endpoint` (LocalStack) or `AWS_ENDPOINT_URL=http://127.0.0.1:5000 npm run test:endpoint` (moto_server).';

/** The endpoint that the environment names. Throws one sentence with the remedy when it names none. */
export function settingsOf(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = env['AWS_ENDPOINT_URL'];
  if (!given) throw new Error(HOW_TO_USE);
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new Error(`AWS_ENDPOINT_URL is '${given}': give an address such as http://127.0.0.1:4566.`);
  return {
    url: new URL(given).origin,
    region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? LOCAL_PLACE.region,
    credentials: {
      // LocalStack and moto take any keys.
      accessKeyId: env['AWS_ACCESS_KEY_ID'] ?? 'test',
      secretAccessKey: env['AWS_SECRET_ACCESS_KEY'] ?? 'test',
    },
  };
}
