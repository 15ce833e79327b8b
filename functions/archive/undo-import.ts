import * as archive from '@geoarchive/contract/archive.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { expectOwnNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import type { Noted } from './task-imports.ts';

/** Tasks undone in one call: two reads and one transaction each. */
const perCall = 50;
type Undone = 'withdrawn' | 'restored' | 'kept';
type Stored = NonNullable<Awaited<ReturnType<ArchiveDeps['tasks']['get']>>>;

/** Sets one task back, unless something happened to it since. */
const undoOne = async (
  deps: ArchiveDeps,
  by: Caller,
  importId: string,
  row: Noted,
  item: Stored,
): Promise<Undone> => {
  if (item.version !== row.version) return 'kept';
  const tell = (task: ReturnType<typeof deps.tasks.shown>) => ({
    action: archive.undoTaskImport.audit,
    by,
    detail: { number: item.body.number, importId },
    events: [{ type: 'TaskRecorded' as const, data: { task, version: item.version + 1 } }],
    with: [deps.taskImports.undoing(importId, row)],
  });
  if (row.before === undefined) {
    await deps.tasks.move(
      item,
      'withdraw',
      item.body,
      tell(deps.tasks.shown(item.id, 'withdrawn', item.body)),
    );
    return 'withdrawn';
  }
  const task = deps.tasks.shown(item.id, item.state, row.before);
  await deps.tasks.change(item, row.before, tell(task));
  return 'restored';
};

/** Somebody changed the task in the same instant: it is kept like one that was changed before. */
const raced = (error: unknown): Undone => {
  const lost = error instanceof ConditionFailed || (error instanceof Problem && error.kind === 'stale');
  if (!lost) throw error;
  return 'kept';
};

const undo = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.undoTaskImport>) => {
  const { rows, cursor } = await deps.taskImports.page(params.id, body.cursor, perCall);
  if (rows.length === 0 && body.cursor === undefined) throw new Problem('not-found');
  const done = { withdrawn: 0, restored: 0 };
  const kept: { node: string; number: string }[] = [];
  for (const row of rows) {
    const item = await deps.tasks.get(row.taskId);
    if (item === undefined || row.undone) continue;
    expectOwnNode(caller, [item.body]);
    const outcome = await undoOne(deps, caller, params.id, row, item).catch(raced);
    if (outcome === 'kept') kept.push({ node: item.body.node, number: item.body.number });
    else done[outcome] += 1;
  }
  return { ...done, kept, ...(cursor === undefined ? {} : { cursor }) };
};

export const undoImportRoutes = [implement(archive.undoTaskImport, undo)];
