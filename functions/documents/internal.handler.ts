import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { internalDocumentRoutes } from './internal.ts';

export const handler = apiHandler({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    return {
      ...deps,
      bucket: openBucket(needed(env, 'BUCKET_NAME')),
      fonts: async () =>
        (await import('@geoarchive/documents/fonts.ts')).openFonts(`${needed(env, 'ASSETS_DIR')}/fonts`),
      held: true,
    };
  },
  implementations: internalDocumentRoutes,
  tableName: () => environment().TABLE_NAME,
});
