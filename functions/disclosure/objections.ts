import type { EventData } from '@geoarchive/contract/events.ts';
import { isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import {
  afterObjection,
  objectionSuspends,
  publicNoticeLifecycle,
} from '@geoarchive/domain/disclosure/notice.ts';
import { canMove } from '@geoarchive/domain/lifecycle.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { DisclosureDeps } from './deps.ts';
import { movingNotice } from './moving.ts';
import type { NoticeItem } from './notice-store.ts';

type Deps = Pick<DisclosureDeps, 'clock' | 'settings' | 'table' | 'publicNotices'>;
type Subject = EventData<'CaseOpened'>['subject'];

/** Writes what a case means for the notice that it is about; made anew when somebody changed the notice in the same instant. */
const onNotice = async (
  deps: Deps,
  { kind, subject }: { kind: string; subject: Subject },
  writesFor: (item: NoticeItem) => Write[],
): Promise<void> => {
  const { id } = subject;
  if (kind !== 'objection' || subject.kind !== 'public-notice' || id === undefined) return;
  await againWhenRaced(async () => {
    const item = await deps.publicNotices.get(id);
    const writes = item === undefined ? [] : writesFor(item);
    if (writes.length > 0) await deps.table.transact(writes);
  });
};

const by = { worker: 'effects' };

/** An objection in its term suspends what is published until it is decided; any is named on the notice. */
export const objectionOpened = (deps: Deps, opened: EventData<'CaseOpened'>): Promise<void> =>
  onNotice(deps, opened, (item) => {
    const { objectUntil = '', suspendedBefore, objections: before = [] } = item.body;
    const { caseId, number } = opened;
    if (before.some((one) => one.caseId === caseId)) return [];
    const on = dayOf(deps.clock());
    const objections = [...before, { caseId, number, on }];
    const detail = { case: number };
    if (item.state !== 'published' || !objectionSuspends({ openedOn: on, objectUntil, suspendedBefore })) {
      // What the portal shows of it stays as it is.
      const body = { ...item.body, objections };
      return deps.publicNotices.changing(item, body, { action: 'disclosure.objection', by, detail });
    }
    return movingNotice(
      deps,
      item,
      'suspend',
      { objections, suspended: { on, reason: `异议 ${number}`, caseId }, suspendedBefore: true },
      { action: 'disclosure.suspend', by, detail },
    );
  });

/** Brings back what this very case suspended. */
const resuming = (
  deps: Deps,
  item: NoticeItem,
  { caseId, number }: { caseId: string; number: string },
): Write[] =>
  item.state === 'suspended' && item.body.suspended?.caseId === caseId
    ? movingNotice(
        deps,
        item,
        'resume',
        { suspended: undefined },
        { action: 'disclosure.resume', by, detail: { case: number } },
      )
    : [];

/** An objection that was withdrawn, or not admitted, suspends no more. */
export const objectionEnded = async (deps: Deps, moved: EventData<'CaseMoved'>): Promise<void> => {
  if (isEnded(moved.state)) await onNotice(deps, moved, (item) => resuming(deps, item, moved));
};

/** What was decided: granted, the notice is withdrawn; refused, it is back; in part, it waits for a correction. */
export const objectionDecided = (deps: Deps, decided: EventData<'CaseDecided'>): Promise<void> =>
  onNotice(deps, decided, (item) => {
    const then = afterObjection(decided.outcome);
    if (then === 'resume') return resuming(deps, item, decided);
    if (then !== 'withdraw' || !canMove(publicNoticeLifecycle, then, item.state)) return [];
    const on = dayOf(deps.clock());
    const withdrawn = { on, reason: `异议 ${decided.number} 成立` };
    return movingNotice(
      deps,
      item,
      'withdraw',
      { withdrawn, endedOn: on, suspended: undefined },
      { action: 'disclosure.withdraw', by, detail: { case: decided.number } },
    );
  });
