import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment, needed } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { reportingStores } from '../reporting/deps.ts';
import { holeStores } from '../subsurface/deps.ts';
import { cockpitPrintRoutes } from './cockpit-print.ts';
import { holeColumnRoutes } from './hole-column.ts';
import { inspectionPrintRoutes } from './inspection-print.ts';
import { internalDocumentRoutes } from './internal.ts';
import { reportPrintRoutes } from './report-print.ts';

export const handler = apiHandler({
  deps: () => {
    const { env, openBucket, ...deps } = archiveDeps();
    const bucket = openBucket(needed(env, 'BUCKET_NAME'));
    return {
      ...deps,
      ...holeStores(deps.table, deps.clock, bucket),
      ...reportingStores(deps.table, deps.clock, bucket),
      bucket,
      fonts: async () =>
        (await import('@geoarchive/documents/fonts.ts')).openFonts(`${needed(env, 'ASSETS_DIR')}/fonts`),
      held: true,
    };
  },
  implementations: [
    ...internalDocumentRoutes,
    ...cockpitPrintRoutes,
    ...holeColumnRoutes,
    ...inspectionPrintRoutes,
    ...reportPrintRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
