import type { EventData } from '@geoarchive/contract/events.ts';
import type { DoorTwoManifest } from '@geoarchive/contract/release-bundle.ts';
import { grantFacts } from '@geoarchive/contract/service-parts.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { stampable, stampedBytes, watermarkOf } from '@geoarchive/domain/service/grant.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { copyLimit } from '@geoarchive/platform/objects.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { type DoorTwo, doorTwoSeries, sendThrough } from '../archive/door-two.ts';
import type { DossierItem, StoredFile } from '../archive/dossier-store.ts';
import { deliveryKey } from '../delivery/grant-store.ts';
import type { ServiceDeps } from './deps.ts';
import type { GrantBody, GrantItem } from './grant-store.ts';
import { canBeAsked } from './received.ts';
import { tellsPerson } from './telling.ts';

export type DeliverDeps = Pick<ServiceDeps, 'clock' | 'table' | 'dossiers' | 'dossierFiles' | 'grants'> &
  DoorTwo & {
    archive: Pick<Bucket, 'read' | 'name'>;
    delivery: Pick<Bucket, 'put' | 'copyBlind'>;
    fonts: () => Promise<Fonts>;
    budgetMs?: number;
  };

/** Milliseconds after which a delivery stops and goes on with the next message: well before its function ends. */
const budgetMs = 6 * 60 * 1000;
type Left = GrantBody['left'][number];

/** Puts one file into the delivery bucket, or says why it cannot be given as the grant wants it. */
const deliverFile = async (
  deps: DeliverDeps,
  grant: GrantItem,
  file: StoredFile,
): Promise<Left['why'] | undefined> => {
  const { mode, watermark, personName: name, unit, number, from: day } = grant.body;
  const format = file.format?.id ?? 'unknown';
  const key = deliveryKey(grant.id, file.no);
  const stamped = watermark && stampable.has(format);
  if (!stamped) {
    if (mode === 'read-online') return 'not-stampable';
    if (file.size > copyLimit) return 'too-large';
    await deps.delivery.copyBlind(
      { bucket: deps.archive.name, key: file.key, versionId: file.versionId },
      key,
    );
    return undefined;
  }
  if (file.size > stampedBytes) return 'too-large';
  const bytes = await deps.archive.read(file.key, 0, file.size, file.versionId);
  const { NotStampable, stamp } = await import('@geoarchive/documents/watermark.ts');
  try {
    const text = watermarkOf({ name, unit, number, day });
    await deps.delivery.put(key, await stamp({ bytes, format }, text, await deps.fonts()), 'application/pdf');
    return undefined;
  } catch (error) {
    // Locked or broken: it is not given without its watermark.
    if (error instanceof NotStampable) return 'not-stampable';
    throw error;
  }
};

/** The rules are read once more before the first byte moves: a record found to be a secret since is not delivered. */
const mayStill = (grant: GrantItem, found: DossierItem | undefined): found is DossierItem =>
  canBeAsked(found, grant.body.node);

/** What was stamped is a PDF, whatever it was before. */
const asPdf = (file: GrantBody['files'][number]): GrantBody['files'][number] =>
  file.format === 'pdf'
    ? file
    : { ...file, path: `${file.path}.pdf`, format: 'pdf', mime: 'application/pdf' };

const deliver = async (deps: DeliverDeps, grant: GrantItem): Promise<GrantItem> => {
  const by = { worker: 'deliver' };
  const found = await deps.dossiers.get(grant.body.recordId);
  if (!mayStill(grant, found))
    return deps.grants.move(
      grant,
      'withdraw',
      { ...grant.body, ended: '资料已不在公开目录，不予交付。' },
      {
        action: 'service.withdraw-grant',
        by,
        detail: { why: 'not-in-catalogue' },
        events: [tellsPerson(grant, 'withdrawn')],
      },
    );
  const { mode, watermark, files, delivered: before = [] } = grant.body;
  const start = performance.now();
  const done = new Set(before);
  const left: Left[] = [...grant.body.left];
  const stored =
    mode === 'on-site'
      ? []
      : await deps.dossierFiles.some(
          found.id,
          files.flatMap(({ no }) => (done.has(no) ? [] : [no])),
          found.body.fileCount,
        );
  for (const file of stored) {
    if (isStateSecret(file.secrecy)) throw new Error(`File ${file.no} of ${found.id} is a state secret`);
    if (performance.now() - start > (deps.budgetMs ?? budgetMs))
      // What is done so far stays so; the event brings the next message, which goes on.
      return deps.grants.change(
        grant,
        { ...grant.body, delivered: [...done], left },
        {
          action: 'service.deliver-part',
          by,
          detail: { files: done.size },
          events: [{ type: 'GrantMoved', data: { grantId: grant.id } }],
        },
      );
    const why = await deliverFile(deps, grant, file);
    if (why !== undefined) left.push({ no: file.no, path: file.path, why });
    done.add(file.no);
  }
  const given = files
    .filter(({ no }) => !left.some((one) => one.no === no))
    .map((file) => (watermark && stampable.has(file.format) ? asPdf(file) : file));
  const { delivered: _, ...body } = grant.body;
  if (mode !== 'on-site' && given.length === 0)
    return deps.grants.move(
      grant,
      'withdraw',
      { ...body, left, ended: '没有一个文件能按许可的方式交付，请与馆藏机构联系。' },
      {
        action: 'service.withdraw-grant',
        by,
        detail: { why: 'nothing-to-give', left: left.length },
        events: [tellsPerson(grant, 'withdrawn')],
      },
    );
  return deps.grants.move(
    grant,
    'deliver',
    { ...body, files: mode === 'on-site' ? files : given, left },
    {
      action: 'service.deliver',
      by,
      detail: { files: given.length, left: left.length },
      events: [{ type: 'GrantDelivered', data: { grantId: grant.id } }, tellsPerson(grant, 'delivered')],
    },
  );
};

/** Tells the portal plane how a grant stands, by the bundle that door 2 has; the number is taken when it went. */
const tell = (deps: DeliverDeps, { id, state, version, body }: GrantItem): Promise<void> =>
  againWhenRaced(async () => {
    const next = await nextNumber(deps.table, doorTwoSeries);
    const manifest: DoorTwoManifest = {
      format: 'geoarchive-grant/1',
      bundleId: ulid(deps.clock().getTime()),
      sequence: next.value,
      // The review is the archive's own matter.
      grant: grantFacts.omit({ review: true }).parse({ ...body, id, state, version }),
    };
    await sendThrough(deps, manifest);
    await deps.table.transact([next.take]);
  });

/**
 * Door 3: delivers what was granted into the delivery bucket of the portal plane, and tells that plane how the grant stands. Told again
 * whenever it moves: withdrawn or expired, the portal deletes its files.
 */
export const deliverGrant = async (
  deps: DeliverDeps,
  { grantId }: EventData<'GrantMoved'>,
): Promise<void> => {
  const grant = await deps.grants.get(grantId);
  if (grant === undefined) throw new Error(`Grant ${grantId} is not here`);
  const over = grant.state === 'preparing' && grant.body.until < dayOf(deps.clock());
  // Told before its files are ready: the person sees that it is being prepared.
  await tell(deps, grant);
  if (grant.state === 'preparing' && !over) await tell(deps, await deliver(deps, grant));
};
