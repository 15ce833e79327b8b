import * as intake from '@geoarchive/contract/intake.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { readCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import * as z from 'zod';
import type { Organisation } from '../identity/organisation-store.ts';
import { organisationOf } from './access.ts';
import type { IntakeDeps } from './deps.ts';

/** Subsidiaries asked for their tasks in one call: many have none, and what is left comes with the cursor. */
const askedAtOnce = 50;
const place = z.object({ organisation: z.string(), inner: z.string().optional() });

/** The subsidiaries of the caller's group, by their codes. */
const belowOf = async (deps: IntakeDeps, caller: Caller): Promise<Organisation[]> =>
  (await deps.organisations.below(organisationOf(caller))).toSorted((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );

const shown = ({ depositId: _, ...task }: Task, organisationName: string): intake.GroupTask => ({
  ...task,
  organisationName,
});

/** Tasks of subsidiaries, one subsidiary after the other. */
const list = async (deps: IntakeDeps, { caller, query }: Call<typeof intake.listGroupTasks>) => {
  const all = await belowOf(deps, caller);
  const some = all.filter(({ id }) => query.organisation === undefined || id === query.organisation);
  const start = readCursor(place, query.cursor);
  const from = start === undefined ? 0 : some.findIndex(({ id }) => id >= start.organisation);
  const rest = from === -1 ? [] : some.slice(from);
  const items: intake.GroupTask[] = [];
  for (const [at, { id, name }] of rest.entries()) {
    if (items.length >= query.limit || at >= askedAtOnce)
      return { items, cursor: toCursor({ organisation: id }) };
    const inner = id === start?.organisation ? start.inner : undefined;
    const page = await deps.tasks.list(id, { cursor: inner, limit: query.limit - items.length });
    items.push(...page.items.map((task) => shown(task, name)));
    if (page.cursor !== undefined)
      return { items, cursor: toCursor({ organisation: id, inner: page.cursor }) };
  }
  return { items };
};

/** The papers about a task and about its deposit: that they are there and how they stand, not what they say. */
const papersOf = async (deps: IntakeDeps, task: Task) => {
  const about = [task.id, ...(task.depositId === undefined ? [] : [task.depositId])];
  const pages = await Promise.all(
    about.map((id) => deps.documents.list('gsi3', `documents-of#${id}`, { limit: 100 })),
  );
  return (
    pages
      .flatMap(({ items }) => items)
      // A task that passed to another organisation does not show what the one before was told.
      .filter(({ body }) => body.says.submitter === task.organisation)
      .map(({ id, state, body: { kind, issuedAt } }) => ({ number: id, kind, state, issuedAt }))
  );
};

const get = async (deps: IntakeDeps, { caller, params }: Call<typeof intake.getGroupTask>) => {
  const task = await deps.tasks.get(params.id);
  const of = task && (await belowOf(deps, caller)).find(({ id }) => id === task.organisation);
  if (task === undefined || of === undefined)
    throw new Problem('not-found', {
      zh: '没有这项任务，或它不属于您的下级单位。',
      en: 'There is no such task, or it is of no subsidiary of yours.',
    });
  return { ...shown(task, of.name), papers: await papersOf(deps, task) };
};

/** What a group sees of its subsidiaries (上级单位): how their tasks stand. It acts for none of them; that takes a mandate. */
export const groupRoutes = [implement(intake.listGroupTasks, list), implement(intake.getGroupTask, get)];
