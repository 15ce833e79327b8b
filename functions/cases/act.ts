import type { StaffMessage } from '@geoarchive/contract/cases.ts';
import { caseDue, clockAfter } from '@geoarchive/domain/cases/clock.ts';
import { ruleOf } from '@geoarchive/domain/cases/kinds.ts';
import { type CaseMove, caseLifecycle, isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { caseNumber } from '@geoarchive/domain/numbers.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { CaseBody, CaseItem } from './case-store.ts';
import type { CaseDeps } from './deps.ts';
import { openMessages, toldOutside } from './telling.ts';
import { clockOfCase, fromOutside } from './view.ts';

type Act = {
  action: string;
  by: By;
  move?: CaseMove;
  change?: Partial<CaseBody>;
  messages?: StaffMessage[];
  detail?: Record<string, unknown>;
  events?: EventToRaise[];
  with?: Write[];
};

const about = ({ id, body }: Pick<CaseItem, 'id' | 'body'>) => ({
  caseId: id,
  number: body.number,
  kind: body.kind,
  node: body.node,
});

/** Submitters are not asked any more about records of a request that has ended, however it did. */
const closedConsents = ({ uses = [] }: CaseBody, ended: boolean): EventToRaise[] =>
  ended
    ? uses
        .filter(({ state }) => state === 'waiting')
        .map(({ itemId }) => ({ type: 'ConsentClosed', data: { itemId } }))
    : [];

const written = (after: CaseItem, messages: readonly StaffMessage[]): EventToRaise[] =>
  openMessages(messages).map(({ from }) => ({ type: 'CaseWritten', data: { ...about(after), from } }));

const withDue = async (deps: CaseDeps, body: CaseBody, ended: boolean): Promise<CaseBody> => {
  const { due: _, ...rest } = body;
  if (ended) return rest;
  const { due } = caseDue(await deps.calendar(), clockOfCase(body), dayOf(deps.clock()));
  return due === undefined ? rest : { ...rest, due };
};

/**
 * One act on a case, in one transaction: its move and clock, its messages, the events for this plane, and what the asker outside is
 * told of it. A note alone is told to nobody.
 */
export const act = async (deps: CaseDeps, item: CaseItem, of: Act): Promise<CaseItem> => {
  const { move, change = {}, messages = [] } = of;
  if (item.body.messages + messages.length > limits.messagesPerCase)
    throw new Problem('too-many', {
      zh: `一个案件最多 ${limits.messagesPerCase} 条往来。`,
      en: `A case holds ${limits.messagesPerCase} messages at most.`,
    });
  if (move !== undefined) deps.cases.expect(item, move);
  const state = move === undefined ? item.state : caseLifecycle.moves[move].to;
  const { pauses } = clockAfter(clockOfCase(item.body), {
    before: item.state,
    after: state,
    on: dayOf(deps.clock()),
  });
  const full = {
    ...item.body,
    ...change,
    pauses: [...pauses],
    messages: item.body.messages + messages.length,
  };
  const body = await withDue(deps, full, isEnded(state));
  const after: CaseItem = { id: item.id, state, version: item.version + 1, body };
  const noteOnly =
    move === undefined &&
    of.change === undefined &&
    messages.length > 0 &&
    openMessages(messages).length === 0;
  const assignee = body.assignee?.sub;
  const tell = {
    action: of.action,
    by: of.by,
    ...(of.detail && { detail: of.detail }),
    events: [
      ...(of.events ??
        (move === undefined
          ? []
          : [
              {
                type: 'CaseMoved' as const,
                data: {
                  ...{ ...about(after), state, subject: body.subject },
                  ...(assignee === undefined ? {} : { assignee }),
                },
              },
            ])),
      ...closedConsents(body, isEnded(state) && !isEnded(item.state)),
      ...written(after, messages),
      ...(noteOnly ? [] : toldOutside(after, messages)),
    ],
    with: [...messages.map((message) => deps.messages.put(item.id, message)), ...(of.with ?? [])],
  };
  return move === undefined ? deps.cases.change(item, body, tell) : deps.cases.move(item, move, body, tell);
};

type Opening = Omit<
  CaseBody,
  'number' | 'term' | 'pauses' | 'letters' | 'messages' | 'due' | 'decision' | 'ended'
> & { letters?: number };

/** Opens a case with its number and its first message; whoever loses the race for the number begins again (`againWhenRaced`). */
export const openWith = async (
  deps: CaseDeps,
  id: string,
  opening: Opening,
  first: StaffMessage,
  by: { action: string; by: By },
): Promise<CaseItem> => {
  const year = dayOf(deps.clock()).slice(0, 4);
  const next = await nextNumber(deps.table, `case#${opening.node}#${year}`);
  const full: CaseBody = {
    letters: 0,
    ...opening,
    number: caseNumber(opening.node, year, next.value),
    term: deps.settings.cases?.[opening.kind] ?? ruleOf(opening.kind).term,
    pauses: [],
    messages: 1,
  };
  const body = await withDue(deps, full, false);
  const item: CaseItem = { id, state: 'opened', version: 1, body };
  return deps.cases.create(id, body, {
    ...by,
    detail: { number: body.number, kind: body.kind },
    events: [
      {
        type: 'CaseOpened',
        data: { ...about(item), outside: fromOutside(item), subject: body.subject },
      },
      ...toldOutside(item, [first]),
    ],
    with: [next.take, deps.messages.put(id, first)],
  });
};
