import { eventWorker } from '@geoarchive/platform/worker-handler.ts';
import { archiveDeps } from '../archive/deps.ts';
import { archiveNotices } from './archive-notify.ts';
import { noticeStore } from './notice-store.ts';
import { sender } from './wiring.ts';

export const handler = eventWorker({
  deps: () => {
    const deps = archiveDeps();
    return {
      ...deps,
      notices: noticeStore(deps.table, deps.clock),
      send: sender(deps.env),
      by: 'archive-notify',
    };
  },
  on: archiveNotices,
});
