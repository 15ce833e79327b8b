import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { needed } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from './deps.ts';
import { previewRoutes } from './preview.ts';

export const handler = apiHandler({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return { ...deps, intake: openBucket(needed(env, 'INTAKE_BUCKET_NAME')) };
  },
  implementations: previewRoutes,
});
