import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { intakeDeps } from '../intake/deps.ts';
import { publicDocumentRoutes } from './public.ts';

export const handler = apiHandler({
  deps: () => ({
    ...intakeDeps(),
    fonts: async () =>
      (await import('@geoarchive/documents/fonts.ts')).openFonts(
        `${needed(environment(), 'ASSETS_DIR')}/fonts`,
      ),
    held: false,
  }),
  implementations: publicDocumentRoutes,
  tableName: () => environment().TABLE_NAME,
});
