import { createHash } from 'node:crypto';
import { events } from '@geoarchive/contract/events.ts';
import type { StoredNotice } from '@geoarchive/contract/notices.ts';
import { doorTwoManifest } from '@geoarchive/contract/release-bundle.ts';
import { packageFonts } from '@geoarchive/documents/testing/fonts.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import { memoryBuckets } from '@geoarchive/platform/testing/bucket.ts';
import { caller, claimsOf, type Request } from '@geoarchive/platform/testing/call.ts';
import { memoryKey } from '@geoarchive/platform/testing/keys.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';
import { PDFDocument } from 'pdf-lib';
import type { DossierBody } from '../../archive/dossier-store.ts';
import { caseKit } from '../../cases/testing/kit.ts';
import { recordStore } from '../../catalogue/record-store.ts';
import { deliveryRoutes } from '../../delivery/deliver.ts';
import { heldGrants } from '../../delivery/grant-store.ts';
import { ingestGrant } from '../../delivery/ingest-grant.ts';
import { sweepDelivery } from '../../delivery/sweep.ts';
import { intakeNotices } from '../../notices/intake-notify.ts';
import { noticeStore } from '../../notices/notice-store.ts';
import { eventsIn } from '../../testing/written.ts';
import { consentRoutes } from '../consents.ts';
import { countGrantUse } from '../count.ts';
import { type DeliverDeps, deliverGrant } from '../deliver.ts';
import { serviceStores } from '../deps.ts';
import { endGrantsOf } from '../ending-grants.ts';
import { expireGrants } from '../expiring.ts';
import { ownUseRoutes } from '../own.ts';
import { ownConsents } from '../own-consents.ts';
import { grantTold } from '../own-grants.ts';
import { pageSource } from '../page-source.ts';
import { serviceRoutes } from '../requests.ts';
import { tellUsage } from '../tell-usage.ts';

type PriceList = NonNullable<FunctionSettings['prices']>[number];
type Call = Omit<Request, 'claims'>;

/** The three planes of use with the doors between them, worked by hand. */
export const serviceKit = async (tables: TestTables) => {
  const cases = await caseKit(tables);
  const { staff, own } = cases;
  const { archive, delivery, inbox } = memoryBuckets('archive', 'delivery', 'inbox');
  if (archive === undefined || delivery === undefined || inbox === undefined) throw new Error('no buckets');
  const portalTable = await tables.fresh();
  const inside = {
    ...staff,
    ...serviceStores(staff.table, staff.clock),
    settings: { ...staff.settings, prices: [] as PriceList[] },
    fonts: async () => packageFonts(),
    pages: pageSource(archive, async () => packageFonts()),
  };
  const outside = { ...own, consents: ownConsents(own.table, own.clock) };
  const portal = {
    table: portalTable,
    clock: staff.clock,
    held: heldGrants(portalTable, staff.clock),
    delivery,
  };
  const releaseKey = memoryKey();
  const staffApi = caller(() => inside, serviceRoutes);
  const ownApi = caller(() => outside, [...ownUseRoutes, ...consentRoutes]);
  const portalApi = caller(() => portal, deliveryRoutes);
  const records = recordStore(portalTable, staff.clock);
  const door: DeliverDeps & { usage: typeof inside.usage } = {
    ...inside,
    archive,
    delivery,
    inbox,
    releaseKey,
  };

  const told = {
    ...own,
    notices: noticeStore(own.table, own.clock),
    webhooks: { get: async () => undefined },
    send: undefined,
    by: 'intake-notify',
  };

  const personal = (who: string, request: Call) => ({
    ...request,
    claims: claimsOf(who, ['REGISTERED_USER']),
  });
  const kit = {
    ...{ cases, inside, outside, portal, archive, delivery, inbox, tables },
    errors: () => [...staffApi.errors, ...ownApi.errors, ...portalApi.errors, ...cases.errors()],
    /** Calls as a person who asks for data. */
    person: (who: string, request: Call) => ownApi.call(personal(who, request)),
    /** Calls the portal plane as a person. */
    reader: (who: string, request: Call) => portalApi.call(personal(who, request)),
    submitter: (organisation: string, request: Call) =>
      ownApi.call({
        ...request,
        claims: claimsOf(`boss-${organisation}`, ['SUBMITTER_ADMIN'], {
          'custom:organisation': organisation,
        }),
      }),
    as: (who: string, role: RoleCode, request: Call, node = 'NGA') =>
      staffApi.call({ ...request, claims: claimsOf(who, [role], { 'custom:node': node }) }),
    /** A record in the public catalogue with PDFs that are not open, of an organisation. */
    async record(more: Partial<DossierBody> = {}, paths = ['Z01/正文.pdf']): Promise<string> {
      const body = {
        protectedUntil: '2030-01-01',
        releaseVersion: 1,
        fileCount: paths.length,
        releasedAt: '2026-01-01T00:00:00.000Z',
        ...more,
      };
      const id = await staff.dossier(body, 'released');
      const document = await PDFDocument.create();
      for (let page = 1; page <= 3; page += 1) document.addPage([595, 842]).drawText(`Page ${page}`);
      const bytes = await document.save();
      const files = [];
      for (const [at, path] of paths.entries()) {
        const key = `dossiers/${id}/v1/${at + 1}`;
        await archive.put(key, bytes);
        const format = path.endsWith('.pdf')
          ? { id: 'pdf', name: 'PDF', mime: 'application/pdf' }
          : { id: 'segy', name: 'SEG-Y', mime: 'application/octet-stream' };
        files.push({
          ...{ no: at + 1, path, size: bytes.length, key, format, secrecy: 'public' as const },
          sha256: createHash('sha256').update(bytes).digest('hex'),
        });
      }
      await staff.dossierFiles.putPage(id, 1, files);
      return id;
    },
    /** Uploads an identity paper of a person and gives its id. */
    async paper(who: string): Promise<string> {
      const bytes = Buffer.from('%PDF-1.7 身份证');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const files = [{ name: '身份证.pdf', size: bytes.length, sha256 }];
      const reply = await kit.person(who, { method: 'POST', path: '/service/evidence', body: { files } });
      const [first] = Array.isArray(reply.body['files']) ? reply.body['files'] : [];
      const id = String(Object(first)['id']);
      await cases.intake.putOnce(`evidence/${id}`, bytes, 'application/pdf');
      return id;
    },
    /** Everything that is on its way arrives, through all doors. May be repeated. */
    async arrive(): Promise<void> {
      await cases.deliver();
      for (const asked of await cases.dataOf('archive', 'ConsentAsked')) await outside.consents.ask(asked);
      for (const { itemId } of await cases.dataOf('archive', 'ConsentClosed'))
        await outside.consents.close(itemId);
      for (const moved of await cases.dataOf('archive', 'GrantMoved')) await deliverGrant(door, moved);
      for (const told of await cases.dataOf('archive', 'GrantTold')) await grantTold(own, told);
      for (const key of inbox.keys().filter((one) => one.endsWith('manifest.json'))) {
        const signed = JSON.parse(Buffer.from((await inbox.readAll(key)) ?? '').toString('utf8'));
        const manifest = doorTwoManifest.parse(JSON.parse(signed.manifest));
        if (manifest.format === 'geoarchive-grant/1') await ingestGrant(portal, manifest.grant);
        if (manifest.format === 'geoarchive-usage/1') await records.putUsage(manifest);
      }
      for (const event of await eventsIn(tables, portalTable))
        if (event.type === 'GrantUsed')
          await countGrantUse(inside, events.GrantUsed.data.parse(event.data), event);
    },
    /** What lies in the inbox of a person, oldest first, after everything that was told has come there. May be repeated. */
    async noticesOf(who: string): Promise<StoredNotice[]> {
      const { notices } = told;
      for (const event of await eventsIn(tables, own.table)) {
        if (event.type === 'UseUpdateSeen')
          await intakeNotices.UseUpdateSeen(told, events.UseUpdateSeen.data.parse(event.data), event);
        if (event.type === 'GrantSeen')
          await intakeNotices.GrantSeen(told, events.GrantSeen.data.parse(event.data), event);
      }
      return (await notices.newest({ person: `sub-${who}` }, { limit: 50 })).toReversed();
    },
    setPrices: (lists: PriceList[]) => {
      inside.settings.prices = lists;
    },
    /** How long a delivery may take before it stops for the next message, in milliseconds. */
    slowDelivery: (budgetMs: number) => {
      door.budgetMs = budgetMs;
    },
    expire: () => expireGrants(inside),
    sweep: () => sweepDelivery(portal),
    records,
    tellUsage: () => tellUsage(door),
    /** The record is taken off the portal. */
    recordWithdrawn: (dossierId: string) => endGrantsOf(inside, { dossierId }),
    days: cases.days,
  };
  return kit;
};
export type ServiceKit = Awaited<ReturnType<typeof serviceKit>>;
