import { caseFacts, caseStanding } from '@geoarchive/contract/case-parts.ts';
import { type StaffMessage, staffCase, staffMessage } from '@geoarchive/contract/cases.ts';
import { useItem } from '@geoarchive/contract/service-parts.ts';
import { caseLifecycle, isEnded } from '@geoarchive/domain/cases/lifecycle.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const pause = z.object({ from: z.string(), to: z.string().optional() });
const body = z.object({
  ...caseFacts.omit({ id: true }).shape,
  ...caseStanding.omit({ state: true, uses: true }).shape,
  /** Of a request for use: its records, with who answered for the submitter. */
  uses: z.array(useItem).optional(),
  ...staffCase.pick({ assignee: true, role: true }).shape,
  term: z.object({ days: z.number().int(), kind: z.enum(['calendar', 'working']) }),
  pauses: z.array(pause),
  /** `sub` of who decided, and of who decided the case that this one appeals against. */
  decidedBy: z.string().optional(),
  decidedBefore: z.string().optional(),
  /** How many letters from outside it has taken in, and how many messages it holds. */
  letters: z.number().int(),
  messages: z.number().int(),
});
export type CaseBody = z.infer<typeof body>;

/** Cases about a deposit stand together, whatever part of it they are about; others by the thing itself. */
export const subjectKey = ({ subject }: Pick<CaseBody, 'subject'>): string =>
  subject.depositId ?? subject.id ?? subject.kind;

/** Requests for use have lists of their own: other people work on them, on other pages. */
const shelf = ({ kind }: Pick<CaseBody, 'kind'>): string => (kind === 'use' ? 'uses' : 'cases');

/** A case that waits for its asker is never overdue: it stands after all that are due. */
const dueOrder = (due: string | undefined): string => due ?? '9999-12-31';

/** Cases of the archive plane: all of a node, those open by their date, and those about one thing. */
export const caseStore = (table: Table, clock: Clock) =>
  aggregates({
    kind: 'case',
    table,
    clock,
    schema: body,
    lifecycle: caseLifecycle,
    lists: ({ id, state, body: of }) => ({
      gsi1: { in: `${shelf(of)}#${of.node}`, by: `${of.openedAt}#${id}` },
      ...(isEnded(state)
        ? {}
        : { gsi2: { in: `${shelf(of)}-open#${of.node}`, by: `${dueOrder(of.due)}#${id}` } }),
      gsi3: { in: `${shelf(of)}-of#${subjectKey(of)}`, by: `${of.openedAt}#${id}` },
    }),
  });
export type CaseStore = ReturnType<typeof caseStore>;
export type CaseItem = NonNullable<Awaited<ReturnType<CaseStore['get']>>>;

/** Messages of a case, each a row of its own that never changes. */
export const caseMessages = (table: Table) => ({
  put: (caseId: string, message: StaffMessage): Write => ({
    Put: {
      TableName: table.name,
      Item: { pk: `case#${caseId}`, sk: `message#${message.id}`, message },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  }),
  async list(caseId: string): Promise<StaffMessage[]> {
    const found: StaffMessage[] = [];
    for await (const row of table.each(`case#${caseId}`, 'message#'))
      found.push(staffMessage.parse(row['message']));
    return found.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  },
});
export type CaseMessages = ReturnType<typeof caseMessages>;

const worker = z.object({ sub: z.string(), name: z.string() });

/** Colleagues of a node who had a case in hand: those whom one can be handed to. */
export const caseWorkers = (table: Table) => ({
  note: (node: string, { sub, name }: z.infer<typeof worker>): Write => ({
    Put: { TableName: table.name, Item: { pk: `case-workers#${node}`, sk: sub, sub, name } },
  }),
  async list(node: string): Promise<z.infer<typeof worker>[]> {
    const found: z.infer<typeof worker>[] = [];
    for await (const row of table.each(`case-workers#${node}`)) found.push(worker.parse(row));
    return found;
  },
});
export type CaseWorkers = ReturnType<typeof caseWorkers>;
