import { events } from '@geoarchive/contract/events.ts';
import { packageFonts } from '@geoarchive/documents/testing/fonts.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import { memoryBuckets } from '@geoarchive/platform/testing/bucket.ts';
import { caller, claimsOf, type Request } from '@geoarchive/platform/testing/call.ts';
import { memoryKey } from '@geoarchive/platform/testing/keys.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import { ulid } from 'ulid';
import { calendarRoutes } from '../../calendar/calendar.ts';
import { codeStore } from '../../codes/code-store.ts';
import { codeRoutes } from '../../codes/codes.ts';
import { agreementRoutes } from '../../custody/agreements.ts';
import { holdingImportRoutes } from '../../custody/holding-importing.ts';
import { holdingListRoutes } from '../../custody/holding-lists.ts';
import { holdingRemovalRoutes } from '../../custody/holding-removals.ts';
import { inspectionRoutes } from '../../custody/inspections.ts';
import { custodyOverviewRoutes } from '../../custody/overview.ts';
import { rectificationRoutes } from '../../custody/rectifications.ts';
import { syncRoutes } from '../../custody/syncing.ts';
import { noticeRoutes } from '../../disclosure/notices.ts';
import { holeColumnRoutes } from '../../documents/hole-column.ts';
import { inspectionPrintRoutes } from '../../documents/inspection-print.ts';
import { reportPrintRoutes } from '../../documents/report-print.ts';
import { jobRoutes } from '../../jobs/api.ts';
import { turnStore } from '../../jobs/turns.ts';
import { beginTurn, goOn } from '../../jobs/work.ts';
import { correctingRoutes } from '../../reporting/correcting.ts';
import { reportingStores } from '../../reporting/deps.ts';
import { evaluationRoutes } from '../../reporting/evaluations.ts';
import { movingRoutes } from '../../reporting/moving.ts';
import { openingRoutes } from '../../reporting/opening.ts';
import { reportRoutes } from '../../reporting/reports.ts';
import { savingRoutes } from '../../reporting/saving.ts';
import { holeStores } from '../../subsurface/deps.ts';
import { holeExportRoutes } from '../../subsurface/exports.ts';
import { holeRoutes } from '../../subsurface/holes.ts';
import { holeImportRoutes } from '../../subsurface/imports.ts';
import { holeReleaseRoutes } from '../../subsurface/releasing.ts';
import { barRecipientRoutes } from '../../supervision/bar-recipients.ts';
import { barRoutes } from '../../supervision/bars.ts';
import { chaseRoutes } from '../../supervision/chases.ts';
import { cockpitRoutes } from '../../supervision/cockpit.ts';
import { dueRoutes } from '../../supervision/due.ts';
import { registerImportRoutes } from '../../supervision/imports.ts';
import { orderRoutes } from '../../supervision/orders.ts';
import { organisationRoutes } from '../../supervision/organisations.ts';
import { registerRoutes } from '../../supervision/registers.ts';
import { ruleRoutes } from '../../supervision/rules.ts';
import { taskPageRoutes } from '../../supervision/task.ts';
import { eventsIn } from '../../testing/written.ts';
import { transferListRoutes } from '../../transfers/lists.ts';
import { transferRoutes } from '../../transfers/transfers.ts';
import { certificateRoutes } from '../certify.ts';
import { archiveStores } from '../deps.ts';
import type { DossierBody } from '../dossier-store.ts';
import { dossierRoutes } from '../dossiers.ts';
import { overviewRoutes } from '../overview.ts';
import type { ReviewItem } from '../review-store.ts';
import { reviewRoutes } from '../reviews.ts';
import { taskRoutes } from '../tasks.ts';
import { archiveWorks } from '../works.ts';

type ReviewBody = ReviewItem['body'];
const by = { worker: 'test' };
const described = () => ({
  title: '某地金矿普查报告',
  dataKind: 'result' as const,
  dataClass: 'mineral-exploration',
  keywords: [],
  authors: [],
  language: '中文',
  minerals: [],
  regions: [],
  sheets: [],
  source: 'other' as const,
  copyright: 'consented' as const,
  earlyConsent: false,
  secrecy: 'public' as const,
  node: 'NGA',
  submitter: 'MINE',
});

export const reviewBodyOf = (more: Partial<ReviewBody> = {}): ReviewBody => ({
  ...described(),
  depositId: ulid(),
  round: 1,
  receivedAt: '2026-11-22T02:00:00.000Z',
  checkBy: '2026-12-02',
  receipt: {
    number: 'HZ-NGA-2026-000001',
    issuedAt: '2026-11-22T02:00:00.000Z',
    handedInAt: '2026-11-22T02:00:00.000Z',
    files: 0,
    bytes: 0,
    manifestSha256: 'a'.repeat(64),
    signature: 's',
  },
  fileCount: 0,
  bytes: 0,
  errors: 0,
  warnings: 0,
  createdBy: 'submitter',
  bundle: 'bundles/1',
  sequence: 1,
  ...more,
});

export const dossierBodyOf = (more: Partial<DossierBody> = {}): DossierBody => ({
  ...described(),
  depositId: ulid(),
  archiveNumber: 'd00000001',
  code: 'cgdoi.NGA/d00000001',
  submitted: '2026-06-01',
  acceptedAt: '2026-06-02T02:00:00.000Z',
  fileCount: 1,
  bytes: 10,
  window: { earliest: '2026-06-01', latest: '2026-08-30' },
  releasedFiles: 0,
  releaseVersion: 0,
  releasedNumbers: '',
  overdueTold: false,
  ...more,
});

export type Staff =
  | 'custodian'
  | 'inspector'
  | 'checker'
  | 'colleague'
  | 'officer'
  | 'keeper'
  | 'secrecy'
  | 'ministry'
  | 'deputy'
  | 'province'
  | 'auditor'
  | 'registry';
const roles = {
  checker: ['ARCHIVE_CHECKER'],
  colleague: ['ARCHIVE_CHECKER'],
  officer: ['CERTIFICATE_OFFICER'],
  keeper: ['ARCHIVE_KEEPER'],
  secrecy: ['SECRECY_OFFICER'],
  ministry: ['MINISTRY_ADMIN'],
  deputy: ['MINISTRY_ADMIN'],
  province: ['PROVINCE_ADMIN'],
  custodian: ['CUSTODIAN_ADMIN'],
  auditor: ['AUDITOR'],
  registry: ['REGISTRY'],
  inspector: ['INSPECTOR'],
} as const;

/** An index that finds nothing, until a test has another. */
const noEngine: Pick<SearchEngine, 'search'> = {
  search: async () => ({ hits: [], total: { count: 0, exact: true }, facets: {} }),
};

/** An archive plane of its own: an empty table, buckets, queues that keep, a clock that the test moves. */
export const archiveKit = async (tables: TestTables) => {
  const time = { now: new Date('2026-11-22T02:00:00.000Z') };
  const { intake, archive, inbox } = memoryBuckets('intake', 'archive', 'inbox');
  if (intake === undefined || archive === undefined || inbox === undefined) throw new Error('no buckets');
  archive.runBy(() => new Date(time.now));
  const index = { engine: noEngine };
  const stores = archiveStores(await tables.fresh(), () => new Date(time.now));
  const kit = {
    ...stores,
    ...holeStores(stores.table, stores.clock, archive),
    ...reportingStores(stores.table, stores.clock, archive),
    engine: { search: (query) => index.engine.search(query) } satisfies SearchEngine,
    fonts: packageFonts,
    codes: codeStore(stores.table, stores.clock),
    settings: {
      name: 'test',
      nodes: [{ code: 'NGA', name: { zh: '全国馆', en: 'National' } }] as FunctionSettings['nodes'],
      custodians: [
        { code: 'CNPC', name: { zh: '中国石油', en: 'CNPC' } },
        { code: 'CNNC', name: { zh: '中核集团', en: 'CNNC' } },
      ] as FunctionSettings['custodians'],
      checkDays: 10,
      checkDaysKind: 'calendar' as 'calendar' | 'working',
      checkRollsOver: true,
      correctionDays: 30,
      delegateCertificates: false,
      disclosure: { days: {}, submissions: true },
    },
    ...{ time, intake, archive, inbox },
    bucket: archive,
    curveBucket: archive,
    certificateKey: memoryKey(),
    receiptKey: memoryKey(),
    releaseKey: memoryKey(),
    copies: memoryQueue(),
    releases: memoryQueue(),
  };
  const api = caller(
    () => kit,
    [
      ...reviewRoutes,
      ...certificateRoutes,
      ...dossierRoutes,
      ...overviewRoutes,
      ...taskRoutes,
      ...transferRoutes,
      ...transferListRoutes,
      ...jobRoutes,
      ...calendarRoutes,
      ...registerRoutes,
      ...registerImportRoutes,
      ...ruleRoutes,
      ...dueRoutes,
      ...barRoutes,
      ...barRecipientRoutes,
      ...taskPageRoutes,
      ...cockpitRoutes,
      ...orderRoutes,
      ...organisationRoutes,
      ...chaseRoutes,
      ...noticeRoutes,
      ...agreementRoutes,
      ...holdingListRoutes,
      ...holdingImportRoutes,
      ...holdingRemovalRoutes,
      ...inspectionRoutes,
      ...syncRoutes,
      ...rectificationRoutes,
      ...custodyOverviewRoutes,
      ...inspectionPrintRoutes,
      ...codeRoutes,
      ...holeRoutes,
      ...holeImportRoutes,
      ...holeExportRoutes,
      ...holeReleaseRoutes,
      ...holeColumnRoutes,
      ...reportRoutes,
      ...reportPrintRoutes,
      ...savingRoutes,
      ...movingRoutes,
      ...openingRoutes,
      ...evaluationRoutes,
      ...correctingRoutes,
    ],
  );
  const queue = memoryQueue();
  const workers = { ...kit, queue, turns: turnStore(kit.table, kit.clock), works: archiveWorks };
  const heard = new Set<string>();
  return {
    ...kit,
    errors: api.errors,
    /** From now on holes are looked up in this index. */
    lookIn(engine: Pick<SearchEngine, 'search'>): void {
      index.engine = engine;
    },
    workers,
    /** Lets the jobs go on as the queue would: each event of a queued job, then message by message until there is none. */
    async work(): Promise<void> {
      for (const { id, type, data } of await eventsIn(tables, kit.table)) {
        if (type !== 'JobQueued' || heard.has(id)) continue;
        heard.add(id);
        await beginTurn(workers, events.JobQueued.data.parse(data), { id, receives: 1 });
      }
      for (let next = queue.sent.shift(); next !== undefined; next = queue.sent.shift())
        await goOn(workers, messageOf(next.body));
    },
    as: (who: Staff, request: Omit<Request, 'claims'>, node = 'NGA') =>
      api.call({ ...request, claims: claimsOf(who, roles[who], { 'custom:node': node }) }),
    async review(more: Partial<ReviewBody> = {}, state: ReviewItem['state'] = 'received'): Promise<string> {
      const id = ulid();
      await kit.reviews.create(id, reviewBodyOf(more), { action: 'test', by }, state);
      return id;
    },
    async dossier(
      more: Partial<DossierBody> = {},
      state: 'closed' | 'released' | 'releasing' | 'withdrawn' = 'closed',
    ) {
      const id = ulid();
      await kit.dossiers.create(id, dossierBodyOf(more), { action: 'test', by }, state);
      return id;
    },
  };
};
export type ArchiveKit = Awaited<ReturnType<typeof archiveKit>>;
