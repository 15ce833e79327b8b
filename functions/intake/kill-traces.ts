import type { Table } from '@geoarchive/platform/store/table.ts';
import type { UploadMessage } from './upload-message.ts';

const key = ({ depositId, no }: UploadMessage) => ({
  pk: `deposit#${depositId}`,
  sk: `trace#${String(no).padStart(6, '0')}`,
});

/** Traces of uploads being read one at a time: one that is still there tells that the function died of that upload. */
export const killTraces = (table: Table) => ({
  leave: (upload: UploadMessage): Promise<void> =>
    table.writeMany([{ ...key(upload), sequencer: upload.sequencer }]),
  remove: (upload: UploadMessage): Promise<void> => table.writeMany([], [key(upload)]),
  /** One of an earlier upload of the same file says nothing of this one. */
  has: async (upload: UploadMessage): Promise<boolean> =>
    (await table.get(key(upload)))?.['sequencer'] === upload.sequencer,
});
