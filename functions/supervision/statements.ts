import type { decideCase } from '@geoarchive/contract/cases.ts';
import type { BodyOf } from '@geoarchive/contract/route.ts';
import { isStatement } from '@geoarchive/domain/cases/statements.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { noDataReceiptNumber } from '@geoarchive/domain/numbers.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { CaseItem } from '../cases/case-store.ts';
import { issuing, paperOf } from '../documents/issue.ts';
import { decidingDue, expectPending } from './due.ts';

export type StatementDeps = Pick<ArchiveDeps, 'clock' | 'table' | 'tasks' | 'documents'>;
type Decision = Pick<BodyOf<typeof decideCase>, 'outcome' | 'reasons' | 'due'>;
/** What a decision brings with it: for its own transaction, and to be told with it. */
export type Consequences = { writes: Write[]; due?: string; paper?: string };
const none: Consequences = { writes: [] };

const taskOf = async ({ tasks }: StatementDeps, { body }: CaseItem) => {
  const found = body.subject.taskId === undefined ? undefined : await tasks.get(body.subject.taskId);
  if (found === undefined)
    throw new Problem('wrong-state', {
      zh: '没有这项汇交任务。',
      en: 'There is no such task.',
    });
  // A rule or the register may have sent the task elsewhere: another archive may not decide it, nor issue its paper.
  if (found.body.node !== body.node)
    throw new Problem('wrong-state', {
      zh: `该任务已改由 ${found.body.node} 接收，不能在此批准；请不予批准，并告知汇交人向 ${found.body.node} 提出。`,
      en: `The task is ${found.body.node}'s by now and cannot be decided here: refuse, and tell the submitter to ask ${found.body.node}.`,
    });
  return found;
};

/** The pledge is confirmed: the task ends, and its receipt (回执单, notice of 2025) is issued. */
const release = async (
  deps: StatementDeps,
  statement: CaseItem,
  { reasons }: Decision,
  caller: Caller,
): Promise<Consequences> => {
  const item = await taskOf(deps, statement);
  deps.tasks.expect(item, 'release');
  const now = deps.clock();
  const { node, name, number, due, licenceNumber, organisation } = item.body;
  const { asker, openedAt, number: pledge } = statement.body;
  const year = dayOf(now).slice(0, 4);
  const next = await nextNumber(deps.table, `no-data-receipt#${node}#${year}`);
  const paper = paperOf({
    number: noDataReceiptNumber(node, year, next.value),
    node,
    concerns: item.id,
    issuedAt: now.toISOString(),
    says: {
      kind: 'no-data-receipt',
      title: name,
      submitter: organisation,
      submitterName: asker.organisation === organisation ? asker.name : organisation,
      task: number,
      due,
      ...(licenceNumber === undefined ? {} : { licenceNumber }),
      pledge,
      pledgedOn: dayOf(new Date(openedAt)),
      opinion: reasons,
      issuedBy: caller.name,
    },
  });
  const body = {
    ...item.body,
    released: { caseId: statement.id, statement: pledge, paper: paper.number, on: dayOf(now) },
  };
  const shown = deps.tasks.shown(item.id, 'no-data', body);
  return {
    paper: paper.number,
    writes: [
      ...deps.tasks.moving(item, 'release', body, {
        action: 'task.release',
        by: caller,
        detail: { reason: reasons, statement: pledge, paper: paper.number },
        events: [{ type: 'TaskRecorded', data: { task: shown, version: item.version + 1 } }],
      }),
      next.take,
      ...issuing(deps.documents, paper, { by: caller, from: 'archive' }),
    ],
  };
};

/** Another due day for force majeure: the authority's decision on the task (art. 11 itself extends nothing). */
const extend = async (
  deps: StatementDeps,
  statement: CaseItem,
  { reasons, due }: Decision,
  caller: Caller,
): Promise<Consequences> => {
  if (due === undefined)
    throw new Problem(
      'invalid-input',
      { zh: '另定期限须写明新的期限。', en: 'Another due date needs its day.' },
      [{ field: 'body.due', message: 'due' }],
    );
  const item = await taskOf(deps, statement);
  expectPending(item);
  const of = { id: statement.id, number: statement.body.number };
  const reason = reasons.slice(0, longestReason);
  return {
    due,
    writes: decidingDue(deps, item, { due, ground: 'force-majeure', reason, statement: of }, caller),
  };
};
const longestReason = 1000;

/**
 * What the decision on a statement does to its task. It goes into the transaction of the decision: a pledge that was confirmed without
 * its receipt, or a day decided and not on the task, must not exist, and whoever decides learns at once when the task no longer allows it.
 */
export const consequencesOf = async (
  deps: StatementDeps,
  statement: CaseItem,
  decision: Decision,
  caller: Caller,
): Promise<Consequences> => {
  if (!isStatement(statement.body.kind)) return none;
  if (decision.outcome === 'confirmed') return release(deps, statement, decision, caller);
  return decision.outcome === 'due-changed' ? extend(deps, statement, decision, caller) : none;
};
