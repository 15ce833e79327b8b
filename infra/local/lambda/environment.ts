import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { Definition } from './definition.ts';

export type Surroundings = {
  region: string;
  endpoint: string;
  clockFile: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
};

/** `/opt/x` becomes the place of x in the first layer that holds it. */
function unpacked(value: string, layers: string[]): string {
  if (!value.startsWith('/opt/')) return value;
  const inside = value.slice('/opt/'.length);
  const layer = layers.find((folder) => existsSync(join(folder, inside)));
  return layer ? join(layer, inside) : value;
}

/** The environment a function sees: that of its template and what Lambda adds; nothing of this machine's own. */
export function environmentOf(definition: Definition, around: Surroundings): Record<string, string> {
  // The worker gets its Node options directly: most are refused in a thread's NODE_OPTIONS.
  const { NODE_OPTIONS: _, ...given } = definition.environment;
  const own = Object.entries(given).map(([key, value]) => [key, unpacked(value, definition.layers)]);
  return {
    ...Object.fromEntries(own),
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    AWS_REGION: around.region,
    AWS_DEFAULT_REGION: around.region,
    AWS_ACCESS_KEY_ID: around.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: around.credentials.secretAccessKey,
    AWS_LAMBDA_FUNCTION_NAME: definition.functionName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: definition.name,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_ENDPOINT_URL: around.endpoint,
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    LOCAL_CLOCK_FILE: around.clockFile,
    // There is no tracing daemon here to send to.
    POWERTOOLS_TRACE_ENABLED: 'false',
  };
}
