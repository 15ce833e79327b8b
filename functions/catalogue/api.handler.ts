import type { EventData } from '@geoarchive/contract/events.ts';
import { publicAboutRoutes } from '@geoarchive/platform/about/public.ts';
import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings, needed } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { figureRoutes, figureStore } from './figure-store.ts';
import { publicHoleStore } from './hole-store.ts';
import { publicHoleRoutes } from './holes.ts';
import { publicNoticeStore } from './notice-store.ts';
import { noticeRoutes } from './notices.ts';
import { ogcRoutes } from './ogc.ts';
import { portalRoutes } from './portal.ts';
import { recordStore } from './record-store.ts';
import { searchEngine } from './search.ts';
import { submissionStore } from './submission-store.ts';

export const handler = apiHandler({
  deps: () => {
    const env = environment();
    const clock = clockOf(env);
    const s3 = lazy(() => s3Client(env));
    const table = openTable(
      env.TABLE_NAME,
      lazy(() => documentClient(env)),
    );
    return {
      clock,
      settings: functionSettings(env),
      records: recordStore(table, clock),
      holes: publicHoleStore(table, clock),
      notices: publicNoticeStore(table, clock),
      submissions: submissionStore(table),
      figures: figureStore(table, clock),
      files: openBucket(needed(env, 'BUCKET_NAME'), s3),
      tell: (opened: EventData<'RecordOpened'>) =>
        table.transact([outboxWrite(table.name, clock, 'RecordOpened', opened)]),
      engine: searchEngine(env, s3),
    };
  },
  implementations: [
    ...portalRoutes,
    ...publicHoleRoutes,
    ...ogcRoutes,
    ...noticeRoutes,
    ...figureRoutes,
    ...publicAboutRoutes,
  ],
});
