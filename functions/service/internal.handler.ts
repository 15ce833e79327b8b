import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { caseStores } from '../cases/deps.ts';
import { serviceStores } from './deps.ts';
import { pageSource } from './page-source.ts';
import { serviceRoutes } from './requests.ts';

export const handler = apiHandler({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    const fonts = async () =>
      (await import('@geoarchive/documents/fonts.ts')).openFonts(`${needed(env, 'ASSETS_DIR')}/fonts`);
    return {
      ...deps,
      ...caseStores(deps.table, deps.clock),
      ...serviceStores(deps.table, deps.clock),
      fonts,
      pages: pageSource(openBucket(needed(env, 'BUCKET_NAME')), fonts),
    };
  },
  implementations: serviceRoutes,
  tableName: () => environment().TABLE_NAME,
});
