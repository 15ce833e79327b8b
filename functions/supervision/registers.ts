import * as supervision from '@geoarchive/contract/supervision.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { holdingOn } from '@geoarchive/domain/supervision/register.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import * as z from 'zod';
import { nodeOf, ofNode } from '../archive/access.ts';
import { bringInLine } from './bring-in-line.ts';
import { dutyContext, type SupervisionDeps } from './context.ts';
import { fieldChanges, mergeInto } from './merge.ts';
import { type RegisterItem, registerId } from './register-store.ts';

/** Entries looked up at once. */
const atOnce = 10;
/** Changes of an entry that its page shows, newest first. */
const historyShown = 50;

const isMinistry = (caller: Caller): boolean => caller.roles.includes('MINISTRY_ADMIN');

/** The archive whose entries somebody may import; none for the ministry, who may import those of all. */
export const scopeOf = (caller: Caller): string | undefined =>
  isMinistry(caller) ? undefined : nodeOf(caller);

const shown = ({ id, version, body }: RegisterItem, today: string): supervision.Register => {
  const { tasks: _, ...entry } = body;
  const holding = holdingOn(body, today);
  return {
    ...entry,
    id,
    version,
    ...(holding === undefined ? {} : { holder: holding.organisation }),
    ...(holding?.name === undefined ? {} : { holderName: holding.name }),
  };
};

const list = async (deps: SupervisionDeps, { caller, query }: Call<typeof supervision.listRegisters>) => {
  const { kind, number, holder, node: asked, ...paging } = query;
  const node = isMinistry(caller) ? (asked ?? nodeOf(caller)) : nodeOf(caller);
  const today = dayOf(deps.clock());
  if (holder === undefined) {
    const page = await deps.registers.ofNode(node, kind, number, paging);
    return { ...page, items: page.items.map((item) => shown(item, today)) };
  }
  const page = await deps.registers.list('gsi3', `registers-of#${holder}`, { ...paging, prefix: number });
  const own = isMinistry(caller) ? page.items : page.items.filter(({ body }) => body.node === node);
  return { ...page, items: own.map((item) => shown(item, today)) };
};

const changed = z.object({
  changes: z.array(z.object({ field: z.string().optional(), subject: z.string().optional() })).default([]),
});

const history = async (deps: SupervisionDeps, id: string) => {
  const { items } = await listAuditOf(deps.table, id, {
    cursor: undefined,
    limit: historyShown,
    newestFirst: true,
  });
  return items.map(({ at, byName, action, detail }) => ({
    at,
    by: byName,
    action,
    changes: changed.parse(detail).changes.flatMap(({ field, subject }) => field ?? subject ?? []),
  }));
};

const get = async (deps: SupervisionDeps, { caller, params }: Call<typeof supervision.getRegister>) => {
  const item = await deps.registers.get(params.id);
  const found = await Promise.all(
    Object.entries(item?.body.tasks ?? {}).map(async ([subject, { taskId }]) => {
      const task = await deps.tasks.get(taskId);
      return task === undefined ? [] : [{ subject, ...deps.tasks.shown(task.id, task.state, task.body) }];
    }),
  );
  const tasks = found.flat().toSorted((a, b) => (a.due < b.due ? -1 : 1));
  // An entry is of the archive that receives today; one of its tasks may be another's, which reads where that comes from.
  const concerned = tasks.some(({ node }) => node === nodeOf(caller));
  const entry = concerned && item !== undefined ? item : ofNode(caller, item);
  return {
    ...shown(entry, dayOf(deps.clock())),
    tasks,
    history: await history(deps, entry.id),
  };
};

const preview = async (
  deps: SupervisionDeps,
  { caller, body }: Call<typeof supervision.previewRegisters>,
) => {
  const [context, only] = [await dutyContext(deps), scopeOf(caller)];
  const found = new Map<number, supervision.RegisterOutcome>();
  await inParallel([...body.rows.entries()], atOnce, async ([at, row]) => {
    const id = registerId(row.kind, row.number);
    const item = await deps.registers.get(id);
    const { kind, number } = row;
    const merged = mergeInto(item, row, context, only, deps.clock().toISOString());
    if ('faults' in merged) {
      found.set(at, { kind, number, outcome: 'refused', changes: [], remarks: merged.faults, duties: [] });
      return;
    }
    const told = { action: supervision.previewRegisters.audit, by: caller };
    const inLine = await bringInLine(deps.tasks, id, merged.body, context, told);
    const duties = inLine.changes.map(({ subject, before, after }) => ({
      subject,
      before: before?.due,
      after: after?.due,
      // Named only where the task goes to another archive.
      ...(before !== undefined && after !== undefined && before.node !== after.node
        ? { from: before.node, to: after.node }
        : {}),
    }));
    const changes = fieldChanges(item?.body, merged.body);
    const same = item !== undefined && changes.length === 0 && duties.length === 0;
    const outcome = item === undefined ? 'new' : same ? 'unchanged' : 'changed';
    const remarks = [...merged.remarks, ...inLine.hindered];
    found.set(at, { kind, number, outcome, changes, remarks, duties });
  });
  return { items: [...found].toSorted(([a], [b]) => a - b).map(([, outcome]) => outcome) };
};

export const registerRoutes = [
  implement(supervision.listRegisters, list),
  implement(supervision.getRegister, get),
  implement(supervision.previewRegisters, preview),
];
