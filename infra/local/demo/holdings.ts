import { createHash } from 'node:crypto';
import { archiveNumber, dossierCode } from '@geoarchive/domain/numbers.ts';
import { archiveStores } from '@geoarchive/functions/archive/deps.ts';
import { type DossierBody, dossierKey } from '@geoarchive/functions/archive/dossier-store.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { DemoPlace } from './place.ts';
import { demoRecord } from './records.ts';

/** Every so many of the old holdings has a file that can be downloaded. */
const withFile = 8;
/** Every so many has a file that is protected: of those the catalogue alone is public, and their use is asked for. */
const withProtected = 40;
/** The word by which those are found. */
export const protectedWord = '受保护示例';

/** A record as its submitter still protects it: no file goes to the portal. */
const shielded = (body: DossierBody, years: number): DossierBody => ({
  ...body,
  keywords: [...body.keywords, protectedWord],
  protectedUntil: `${years}-12-31`,
  proposedNumbers: '',
  ...(body.proposal && { proposal: { ...body.proposal, files: 0 } }),
});

/**
 * Puts old holdings into the archive plane, approved for release, as an archive that joins the system would bring them. Door 2, the
 * portal and the index do the rest by themselves.
 */
export const loadHoldings = async (at: DemoPlace, count: number): Promise<void> => {
  const clock = () => new Date();
  const stores = archiveStores(
    openTable(
      at.archiveTable,
      lazy(() => documentClient(at.aws)),
    ),
    clock,
  );
  const bucket = openBucket(
    at.archiveBucket,
    lazy(() => s3Client(at.aws)),
  );

  const putFile = async (dossierId: string, title: string): Promise<void> => {
    const text = `孔号,经度,纬度,终孔深度\r\nZK001,112.34,29.87,120.5\r\nZK002,112.35,29.88,98.3\r\n# ${title}（演示数据）\r\n`;
    const key = dossierKey(dossierId, 1);
    await bucket.put(key, text, 'text/csv');
    const stored = await bucket.head(key);
    const bytes = Buffer.from(text);
    await stores.dossierFiles.putPage(dossierId, 1, [
      {
        no: 1,
        path: '附表/钻孔一览表.csv',
        size: bytes.length,
        key,
        secrecy: 'public',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        format: { id: 'csv', name: 'CSV', mime: 'text/csv' },
        ...(stored?.versionId === undefined ? {} : { versionId: stored.versionId }),
      },
    ]);
  };

  for (let n = 0; n < count; n += 1) {
    const id = ulid();
    const next = await nextNumber(stores.table, 'archive#NGA');
    const number = archiveNumber(next.value);
    const isProtected = n % withProtected === 4;
    const files = n % withFile === 0 || isProtected ? 1 : 0;
    const made = demoRecord(n, files, ulid(), number, dossierCode('NGA', number));
    const body = isProtected ? shielded(made, clock().getFullYear() + 4) : made;
    if (files > 0) await putFile(id, body.title);
    await stores.dossiers.create(
      id,
      body,
      {
        action: 'dossier.create',
        by: { worker: 'demo' },
        events: [{ type: 'ReleaseApproved', data: { dossierId: id } }],
        with: [next.take],
      },
      'releasing',
    );
  }
};
