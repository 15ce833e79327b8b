import { undoRegisterImport } from '@geoarchive/contract/supervision.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import { bringInLine, type InLine } from './bring-in-line.ts';
import { dutyContext, type SupervisionDeps } from './context.ts';
import { saidBy } from './merge.ts';
import type { Noted } from './register-imports.ts';

type Undone =
  | { outcome: 'emptied' | 'restored'; writes: Write[]; counts: InLine['counts']; more: boolean }
  | { outcome: 'kept'; note: string };

/**
 * What sets one entry back, unless something happened to it since. A new entry is not deleted: it loses its terms and happenings,
 * owes nothing and is listed no more, until it is imported again.
 */
const effectOf = async (
  deps: SupervisionDeps,
  by: By,
  importId: string,
  row: Noted,
): Promise<Undone | undefined> => {
  const item = row.undone ? undefined : await deps.registers.get(row.registerId);
  if (item === undefined) return undefined;
  if (saidBy(item.body) !== row.said) return { outcome: 'kept', note: item.body.number };
  const { tasks } = item.body;
  const entry =
    row.before === undefined ? { ...item.body, terms: [], happenings: [] } : { ...row.before, tasks };
  const told = { action: undoRegisterImport.audit, by };
  const { body, writes, counts, more } = await bringInLine(
    deps.tasks,
    item.id,
    entry,
    await dutyContext(deps),
    told,
  );
  // With tasks left over the entry is set back and stays noted, with what it says now: the row comes again.
  const note = more
    ? deps.registerImports.noting(importId, { ...row, said: saidBy(body) })
    : deps.registerImports.undoing(importId, row);
  return {
    outcome: row.before === undefined ? 'emptied' : 'restored',
    counts,
    more,
    writes: deps.registers.changing(
      item,
      { ...body, updatedAt: deps.clock().toISOString() },
      { ...told, detail: { importId }, with: [note, ...writes] },
    ),
  };
};

/** Takes an import of registers back, one entry a step: its tasks follow in the same transaction. */
export const undoRegisters: Work<SupervisionDeps> = async (deps, job, so) => {
  const importId = job.body.about ?? '';
  const start = z.string().nullable().parse(so.cursor) ?? undefined;
  const { rows, cursor } = await deps.registerImports.page(importId, start, 1);
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const [row] = rows;
  const done = row === undefined ? undefined : await effectOf(deps, by, importId, row);
  const again = done !== undefined && done.outcome !== 'kept' && done.more;
  return {
    effect: done === undefined || done.outcome === 'kept' ? [] : done.writes,
    cursor: again ? so.cursor : (cursor ?? null),
    done: again ? 0 : rows.length,
    counts: {
      ...(done === undefined || again ? {} : { [done.outcome]: 1 }),
      ...(done === undefined || done.outcome === 'kept' ? {} : done.counts),
    },
    notes: done?.outcome === 'kept' ? [done.note] : [],
    finished: !again && cursor === undefined,
  };
};
