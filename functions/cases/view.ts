import type { CaseFacts, CaseStanding } from '@geoarchive/contract/case-parts.ts';
import type { StaffCase, StaffCaseDetail } from '@geoarchive/contract/cases.ts';
import type { WorkCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import { caseDue } from '@geoarchive/domain/cases/clock.ts';
import { mayDecide } from '@geoarchive/domain/cases/kinds.ts';
import { type CaseMove, caseLifecycle, isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { CaseItem } from './case-store.ts';
import type { CaseDeps } from './deps.ts';

/** What a case was opened with. */
export const factsOf = ({ id, body }: Pick<CaseItem, 'id' | 'body'>): CaseFacts => {
  const { kind, node, title, subject, asker, openedAt, openedBy, against, statement, use } = body;
  return {
    id,
    kind,
    node,
    title,
    subject,
    asker,
    openedAt,
    openedBy,
    ...(against && { against }),
    ...(statement && { statement }),
    ...(use && { use }),
  };
};

/** Whether somebody outside waits for an answer: an organisation, a visitor of the portal, or a person who asked for data. */
export const fromOutside = ({ body: { asker } }: Pick<CaseItem, 'body'>): boolean =>
  asker.organisation !== undefined || asker.visitor === true || asker.person !== undefined;

/** How a case stands, as its asker may know it: nothing of who has it in hand, nothing of notes. */
export const standingOf = ({ state, body }: Pick<CaseItem, 'state' | 'body'>): CaseStanding => {
  const { number, due, decision, ended, appealUntil, uses, quote } = body;
  return {
    number,
    state,
    ...(due === undefined ? {} : { due }),
    ...(decision && { decision }),
    ...(ended && { ended }),
    ...(appealUntil === undefined ? {} : { appealUntil }),
    ...(quote && { quote }),
    // Not what the submitter was asked, nor who answered for it.
    ...(uses && {
      uses: uses.map(({ asked: _, consent, ...item }) => ({
        ...item,
        ...(consent && { consent: consent.answer }),
      })),
    }),
  };
};

export const clockOfCase = ({ openedAt, term, pauses }: CaseItem['body']) => ({
  from: dayOf(new Date(openedAt)),
  term,
  pauses: pauses.map(({ from, to }) => (to === undefined ? { from } : { from, to })),
});

/** A case as staff see it in lists; `calendar` has the working days of now, for the days that are left. */
export const caseView = (
  deps: Pick<CaseDeps, 'clock'>,
  calendar: WorkCalendar,
  item: CaseItem,
): StaffCase => {
  const { assignee, role } = item.body;
  const seen = {
    ...factsOf(item),
    ...standingOf(item),
    version: item.version,
    ...(assignee && { assignee }),
    ...(role && { role }),
  };
  if (isEnded(item.state)) return seen;
  const { left } = caseDue(calendar, clockOfCase(item.body), dayOf(deps.clock()));
  return { ...seen, daysLeft: left };
};

export const decides = ({ body }: Pick<CaseItem, 'body'>, by: Caller): boolean =>
  mayDecide({ kind: body.kind, by, decidedBefore: body.decidedBefore });

const movesOf = (item: CaseItem, caller: Caller): CaseMove[] =>
  movesFrom(caseLifecycle, item.state, caller.roles).filter(
    (move) => move !== 'decide' || decides(item, caller),
  );

/** A case with its conversation; `moves` says what this caller may do with it. */
export const caseDetail = async (
  deps: CaseDeps,
  item: CaseItem,
  caller: Caller,
): Promise<StaffCaseDetail> => ({
  ...caseView(deps, await deps.calendar(), item),
  messages: await deps.messages.list(item.id),
  moves: movesOf(item, caller),
});
