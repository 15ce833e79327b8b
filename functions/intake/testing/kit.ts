import { createHash } from 'node:crypto';
import { functionSettings } from '@geoarchive/platform/environment.ts';
import { type MemoryBucket, memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { caller, claimsOf, type Request } from '@geoarchive/platform/testing/call.ts';
import { memoryKey } from '@geoarchive/platform/testing/keys.ts';
import { memoryQueue } from '@geoarchive/platform/testing/queue.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';
import { ownNoticeRoutes } from '../../disclosure/own-notices.ts';
import { subscriptionRoutes } from '../../feeds/subscriptions.ts';
import type { DepositBody, DepositItem } from '../deposit-store.ts';
import { depositRoutes } from '../deposits.ts';
import { type IntakeDeps, intakeStores } from '../deps.ts';
import { fileKey } from '../file-pages.ts';
import { groupRoutes } from '../group.ts';
import { reportRoutes } from '../reports.ts';
import type { UploadMessage } from '../upload-message.ts';
import { uploadRoutes } from '../uploads.ts';

export const shaOf = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
export const depositId = '01KAHZ6YB80000000000000001';
export const taskId = '01KAHZ6YB800000000000000T1';

/** What describes a deposit of an engineering project: no right, so no licence is asked for. */
export const described = {
  title: '某金矿普查报告',
  dataKind: 'result',
  dataClass: '矿产勘查',
  keywords: [],
  authors: [],
  language: '中文',
  minerals: [],
  regions: [],
  sheets: [],
  source: 'engineering',
  copyright: 'consented',
  earlyConsent: false,
  secrecy: 'public',
} as const;

export const bodyOf = (more: Partial<DepositBody> = {}): DepositBody => ({
  ...structuredClone(described),
  keywords: [],
  authors: [],
  minerals: [],
  regions: [],
  sheets: [],
  organisation: 'MINE',
  node: 'NGA',
  createdBy: 'li',
  createdAt: '2026-11-22T02:00:00.000Z',
  updatedAt: '2026-11-22T02:00:00.000Z',
  round: 1,
  ...more,
});

/** An intake plane of its own: an empty table, a bucket, queues that keep, a clock that the test moves. */
export const intakeKit = async (tables: TestTables) => {
  const time = { now: new Date('2026-11-22T02:00:00.000Z') };
  const clock = () => new Date(time.now);
  const table = await tables.fresh();
  const bucket: MemoryBucket = memoryBucket('intake');
  const deps: IntakeDeps = {
    clock,
    settings: functionSettings({
      PLANE: 'intake',
      TABLE_NAME: table.name,
      AWS_REGION: 'local',
      SETTINGS: JSON.stringify({
        nodes: [
          { code: 'NGA', name: { zh: '全国馆', en: 'National' } },
          { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } },
        ],
      }),
    }),
    ...intakeStores(table, clock),
    bucket,
  };
  const api = caller(
    () => deps,
    [
      ...depositRoutes,
      ...uploadRoutes,
      ...reportRoutes,
      ...groupRoutes,
      ...subscriptionRoutes,
      ...ownNoticeRoutes,
    ],
  );
  const by = { worker: 'test' };
  return {
    ...deps,
    time,
    bucket,
    fixity: memoryQueue(),
    receiptKey: memoryKey(),
    api,
    /** Calls as a submitter of an organisation. */
    as: (organisation: string | undefined, request: Omit<Request, 'claims'>) =>
      api.call({
        ...request,
        claims: claimsOf(
          `user-${organisation}`,
          ['SUBMITTER'],
          organisation === undefined ? {} : { 'custom:organisation': organisation },
        ),
      }),
    open: (id = depositId, more: Partial<DepositBody> = {}, state: DepositItem['state'] = 'open') =>
      deps.deposits.create(id, bodyOf(more), { action: 'test', by }, state),
    /** Hands a deposit in as its submitter does: completed, checked, submitted. */
    async handIn(id = depositId): Promise<void> {
      const item = await deps.deposits.get(id);
      if (item === undefined) throw new Error(`no deposit ${id}`);
      const tell = { action: 'test', by };
      const checking = await deps.deposits.move(item, 'complete', item.body, tell);
      const checked = await deps.deposits.move(checking, 'check', item.body, tell);
      const body = { ...item.body, handedInAt: '2026-11-21T08:00:00.000Z' };
      await deps.deposits.move(checked, 'submit', body, tell);
    },
    /** Registers files of these contents, by path. */
    enlist: (contents: Record<string, string>, id = depositId) =>
      deps.register.register(
        id,
        Object.entries(contents).map(([path, text]) => ({ path, size: Buffer.byteLength(text) })),
      ),
    /** Uploads a file's content and gives the message that dispatch would send of it. */
    async upload(
      no: number,
      content: Uint8Array | string,
      sequencer = '01',
      id = depositId,
    ): Promise<UploadMessage> {
      const key = fileKey(id, no);
      const { size, etag, versionId } = await bucket.upload(key, content);
      return {
        depositId: id,
        no,
        key,
        size,
        sequencer,
        etag: etag.replaceAll('"', ''),
        ...(versionId === undefined ? {} : { versionId }),
      };
    },
    entry: async (no: number, id = depositId) => (await deps.pages.find(id, no)) ?? { state: 'none' },
  };
};
export type IntakeKit = Awaited<ReturnType<typeof intakeKit>>;
