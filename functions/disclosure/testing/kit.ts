import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { type EventData, type EventType, events } from '@geoarchive/contract/events.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import type { taskLifecycle } from '@geoarchive/domain/task.ts';
import { memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { caller, type Request } from '@geoarchive/platform/testing/call.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';
import { ulid } from 'ulid';
import { archiveKit, type Staff } from '../../archive/testing/kit.ts';
import { figureStore } from '../../catalogue/figure-store.ts';
import { publicHoleStore } from '../../catalogue/hole-store.ts';
import { ingestBundles } from '../../catalogue/ingest.ts';
import { publicNoticeStore } from '../../catalogue/notice-store.ts';
import { noticeRoutes } from '../../catalogue/notices.ts';
import { recordStore } from '../../catalogue/record-store.ts';
import { submissionStore } from '../../catalogue/submission-store.ts';
import { heldGrants } from '../../delivery/grant-store.ts';
import { queueDaily } from '../../supervision/daily.ts';
import { eventsIn } from '../../testing/written.ts';
import { discloseNotice } from '../disclose.ts';
import { noticesInLine } from '../settling.ts';

const by = { worker: 'test' };

/** An archive plane and a portal plane with door 2 between them, worked by hand. */
export const disclosureKit = async (tables: TestTables) => {
  const archive = await archiveKit(tables);
  const table = await tables.fresh();
  const { clock } = archive;
  const portal = {
    ...{ table, clock, inbox: archive.inbox, files: memoryBucket('portal'), ingests: memoryQueue() },
    records: recordStore(table, clock),
    notices: publicNoticeStore(table, clock),
    holes: publicHoleStore(table, clock),
    submissions: submissionStore(table),
    figures: figureStore(table, clock),
    held: heldGrants(table, clock),
    delivery: memoryBucket('delivery'),
    releaseKey: archive.releaseKey,
    settings: { name: '馆', portal: 'https://portal.example.org/' },
  };
  const api = caller(() => portal, noticeRoutes);
  const heard = new Set<string>();
  const known = new Set<string>();
  const today = () => dayOf(archive.time.now);

  const kit = {
    ...archive,
    portal,
    today,
    later(days: number): void {
      archive.time.now = new Date(archive.time.now.getTime() + days * 86_400_000);
    },
    /** A task that has been overdue for so many days. */
    async owe(organisation: string, overdue = 10, more: object = {}): Promise<string> {
      const id = ulid();
      const body = {
        ...{
          number: `RW-${id.slice(-6)}`,
          name: '某勘查',
          source: 'other' as const,
          organisation,
          node: 'NGA',
        },
        ...{ due: addDays(today(), -overdue), deposits: {} },
        ...more,
      };
      await archive.tasks.create(id, body, { action: 'test', by });
      return id;
    },
    /** Moves a task, and tells who keeps notices of it, as the worker `effects` does. */
    async become(id: string, ...moves: (keyof typeof taskLifecycle.moves)[]): Promise<void> {
      for (const move of moves) {
        const item = await archive.tasks.get(id);
        if (item === undefined) throw new Error('no task');
        const moved = await archive.tasks.move(item, move, item.body, { action: 'test', by });
        const task = archive.tasks.shown(moved.id, moved.state, moved.body);
        await noticesInLine(kit, { task, version: moved.version });
      }
    },
    async staff(method: 'GET' | 'POST', path: string, body?: object, who: Staff = 'province') {
      const reply = await archive.as(who, {
        method,
        path: `/supervision/public-notices${path.replace(/\?.*/, '')}`,
        query: Object.fromEntries(
          [...new URLSearchParams(path.replace(/^[^?]*/, ''))].map(([name, value]) => [name, [value]]),
        ),
        ...(body === undefined ? {} : { body }),
      });
      // The kit's replies are what the route's schema gave.
      return { status: reply.status, body: reply.body as unknown as StaffNotice & Record<string, unknown> };
    },
    propose: (organisation: string, more: object = {}) =>
      kit.staff('POST', '', { kind: 'overdue', organisation, text: '逾期未汇交', ...more }),
    move: (id: string, move: string, more: object = {}, who: Staff = 'ministry') =>
      kit.staff('POST', `/${id}/moves`, { move, declared: true, ...more }, who),
    /** Proposes and publishes. */
    async publish(organisation: string, more: object = {}): Promise<StaffNotice> {
      const { body } = await kit.propose(organisation, more);
      return (await kit.move(body.id, 'publish')).body;
    },
    async dataOf<T extends EventType>(type: T): Promise<EventData<T>[]> {
      const found = (await eventsIn(tables, archive.table)).filter((event) => event.type === type);
      // The schema of this very type parses it.
      return found.map(({ data }) => events[type].data.parse(data) as EventData<T>);
    },
    /** Lets everything that moved go through door 2, in the order that is wished. */
    async through(order: <T>(all: T[]) => T[] = (all) => all): Promise<void> {
      for (const { id, type, data } of order(await eventsIn(tables, archive.table))) {
        if (type !== 'PublicNoticeMoved' || heard.has(id)) continue;
        heard.add(id);
        await discloseNotice(kit, events.PublicNoticeMoved.data.parse(data));
      }
      for (const key of order(archive.inbox.keys().filter((one) => !known.has(one)))) {
        known.add(key);
        await ingestBundles(portal, messageOf({ Records: [{ s3: { object: { key } } }] }));
      }
    },
    visit: (path: string, query: Record<string, string[]> = {}) => {
      const request: Omit<Request, 'claims'> = { path: `/portal${path}`, query };
      return api.call(request);
    },
    async everyDay(): Promise<void> {
      await queueDaily(archive);
      await archive.work();
    },
  };
  return kit;
};
export type DisclosureKit = Awaited<ReturnType<typeof disclosureKit>>;
