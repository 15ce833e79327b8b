import { blobStore } from './blobs.ts';
import { bucketStore } from './buckets.ts';
import { outbox } from './outbox.ts';
import { scanner } from './scan.ts';
import { openIndex, transact } from './schema.ts';
import { uploadStore } from './uploads.ts';
import { versionStore } from './versions.ts';

/** Everything the local S3 keeps below one folder: an SQLite index and the blobs beside it. */
export function openStore(dataDir: string) {
  const db = openIndex(dataDir);
  return {
    buckets: bucketStore(db),
    versions: versionStore(db),
    scan: scanner(db),
    uploads: uploadStore(db),
    outbox: outbox(db),
    blobs: blobStore(dataDir),
    transact: <T>(work: () => T): T => transact(db, work),
    close: (): void => db.close(),
  };
}

export type Store = ReturnType<typeof openStore>;
