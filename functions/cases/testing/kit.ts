import type { EventData, EventType } from '@geoarchive/contract/events.ts';
import { envelope } from '@geoarchive/contract/events.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { memoryBuckets } from '@geoarchive/platform/testing/bucket.ts';
import { caller, claimsOf, type Request } from '@geoarchive/platform/testing/call.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';
import { archiveKit } from '../../archive/testing/kit.ts';
import { intakeKit } from '../../intake/testing/kit.ts';
import { caseStores } from '../deps.ts';
import { internalCaseRoutes } from '../internal.ts';
import { ownCaseRoutes } from '../own.ts';
import { ownCaseStores } from '../own-deps.ts';
import { receiveLetter } from '../receive-letter.ts';
import { sealLetter } from '../seal-letter.ts';
import { sourceLimit } from '../source-limit.ts';
import { caseTold } from '../told.ts';
import { visitorCodes } from '../visitor-store.ts';
import { visitorRoutes } from '../visitors.ts';

/** Both planes of a case with the door between them, worked by hand. */
export const caseKit = async (tables: TestTables) => {
  const inside = await archiveKit(tables);
  const outside = await intakeKit(tables);
  const { intake, archive } = memoryBuckets('intake', 'archive');
  if (intake === undefined || archive === undefined) throw new Error('no buckets');
  const { settings } = outside;
  const staff = {
    ...inside,
    ...caseStores(inside.table, inside.clock),
    settings,
    bucket: archive,
    outside: intake,
  };
  const own = { ...outside, ...ownCaseStores(outside.table, outside.clock), bucket: intake };
  const door = { ...staff, intake, archive, receiptKey: outside.receiptKey };
  const staffApi = caller(() => staff, internalCaseRoutes);
  const ownApi = caller(() => own, ownCaseRoutes);
  const visited = {
    ...own,
    codes: visitorCodes(own.table),
    limit: sourceLimit(own.table, own.clock),
  };
  const visitorApi = caller(() => visited, visitorRoutes);

  const later = (milliseconds: number): void => {
    for (const time of [inside.time, outside.time]) time.now = new Date(time.now.getTime() + milliseconds);
  };

  /** The events of a plane's outbox, oldest first. */
  const raised = async (plane: 'intake' | 'archive') => {
    const { rows } = await (plane === 'intake' ? own : staff).table.query({ partition: 'outbox' });
    return rows.map((row) => envelope.parse(row['event']));
  };
  const dataOf = async <T extends EventType>(plane: 'intake' | 'archive', type: T): Promise<EventData<T>[]> =>
    // The schema of this very type parsed it when it was raised.
    (await raised(plane)).filter((one) => one.type === type).map(({ data }) => data as EventData<T>);

  return {
    staff,
    own,
    door,
    intake,
    archive,
    errors: () => [...staffApi.errors, ...ownApi.errors, ...visitorApi.errors],
    raised,
    dataOf,
    /** Calls as staff; each call comes a second after the one before, so that what was said has an order. */
    as(who: string, role: RoleCode, request: Omit<Request, 'claims'>, node = 'NGA') {
      later(1000);
      return staffApi.call({ ...request, claims: claimsOf(who, [role], { 'custom:node': node }) });
    },
    asker(request: Omit<Request, 'claims'>, organisation = 'MINE') {
      later(1000);
      const claims = claimsOf(`li-${organisation}`, ['SUBMITTER'], { 'custom:organisation': organisation });
      return ownApi.call({ ...request, claims });
    },
    /** Calls as a visitor of the portal, through the site, from this address. */
    visitor(request: Omit<Request, 'claims'>, address = '203.0.113.7', peer = '130.176.0.1') {
      later(1000);
      const headers = { 'X-Forwarded-For': `${address}, ${peer}`, ...request.headers };
      return visitorApi.call({ ...request, headers, peer });
    },
    /** Everything that is on its way arrives: letters inside, what is told outside. May be repeated. */
    async deliver(): Promise<void> {
      for (const written of await dataOf('intake', 'CaseLetterWritten'))
        await sealLetter({ ...own, receiptKey: outside.receiptKey }, written);
      for (const sealed of await dataOf('intake', 'CaseLetterSealed')) await receiveLetter(door, sealed);
      for (const told of await dataOf('archive', 'CaseTold')) await caseTold(own, told);
    },
    days: (count: number): void => later(count * 86_400_000),
  };
};
export type CaseKit = Awaited<ReturnType<typeof caseKit>>;
