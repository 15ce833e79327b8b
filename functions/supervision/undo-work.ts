import { undoRegisterImport } from '@geoarchive/contract/supervision.ts';
import type { DutyContext } from '@geoarchive/domain/supervision/duties.ts';
import { apart } from '@geoarchive/platform/store/apart.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import { addCounts, bringInLine, type InLine, type TaskTold, tellingOf } from './bring-in-line.ts';
import { dutyContext, type SupervisionDeps } from './context.ts';
import { saidBy } from './merge.ts';
import type { Noted } from './register-imports.ts';

/** Entries looked at together, and writes that a transaction holds beside the job's own. */
const perStep = 12;
const room = 85;

type Undone = {
  /** Nothing for an entry that was set back before. */
  outcome?: 'emptied' | 'restored' | 'kept';
  writes: Write[];
  recorded?: TaskTold[];
  counts?: InLine['counts'];
  /** Not all of its tasks are in line yet: the entry comes again. */
  more?: boolean;
  note?: string;
  /** Tasks whose number is another's, named. */
  hindered?: string[];
};

/**
 * What sets one entry back, unless something happened to it since. A new entry is not deleted: it loses its terms and happenings,
 * owes nothing and is listed no more, until it is imported again.
 */
const effectOf = async (
  deps: SupervisionDeps,
  by: By,
  importId: string,
  row: Noted,
  context: DutyContext,
): Promise<Undone> => {
  const item = row.undone ? undefined : await deps.registers.get(row.registerId);
  if (item === undefined) return { writes: [] };
  if (saidBy(item.body) !== row.said) return { outcome: 'kept', writes: [], note: item.body.number };
  const { tasks } = item.body;
  const entry =
    row.before === undefined ? { ...item.body, terms: [], happenings: [] } : { ...row.before, tasks };
  const told = { action: undoRegisterImport.audit, by };
  const inLine = await bringInLine(deps.tasks, item.id, entry, context, told);
  const { body, writes, recorded, counts, hindered, more } = inLine;
  // With tasks left over the entry is set back and stays noted, with what it says now: the row comes again.
  const note = more
    ? deps.registerImports.noting(importId, { ...row, said: saidBy(body) })
    : deps.registerImports.undoing(importId, row);
  return {
    outcome: row.before === undefined ? 'emptied' : 'restored',
    recorded,
    counts,
    more,
    hindered: hindered.map(({ message }) => `${item.body.number}: ${message.zh}`),
    writes: deps.registers.changing(
      item,
      { ...body, updatedAt: deps.clock().toISOString() },
      { ...told, detail: { importId }, with: [note, ...writes] },
    ),
  };
};

/** As many of these, from the first on, as one transaction holds: always one, and none behind one that comes again. */
const fitting = (all: readonly Undone[]): Undone[] => {
  const goesAlong = apart();
  const some: Undone[] = [];
  let used = 0;
  for (const one of all) {
    used += one.writes.length;
    if ((some.length > 0 && used > room) || !goesAlong(one.writes)) break;
    some.push(one);
    if (one.more === true) break;
  }
  return some;
};

/** Takes an import of registers back, a few entries a step: their tasks follow in the same transaction. */
export const undoRegisters: Work<SupervisionDeps> = async (deps, job, so) => {
  const importId = job.body.about ?? '';
  const start = z.string().nullable().parse(so.cursor) ?? undefined;
  const [{ rows, cursor }, context] = await Promise.all([
    deps.registerImports.page(importId, start, perStep),
    dutyContext(deps),
  ]);
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const done = fitting(await Promise.all(rows.map((row) => effectOf(deps, by, importId, row, context))));
  const whole = done.filter(({ more }) => more !== true);
  const last = rows[whole.length - 1];
  const through = whole.length === rows.length;
  const count = (wanted: Undone['outcome']) => {
    const found = whole.filter(({ outcome }) => outcome === wanted).length;
    return found === 0 || wanted === undefined ? {} : { [wanted]: found };
  };
  return {
    effect: [
      ...done.flatMap(({ writes }) => writes),
      ...tellingOf(
        deps,
        done.flatMap(({ recorded }) => recorded ?? []),
      ),
    ],
    cursor: through
      ? (cursor ?? null)
      : ((last === undefined ? start : deps.registerImports.after(importId, last.registerId)) ?? null),
    done: whole.length,
    counts: {
      ...count('emptied'),
      ...count('restored'),
      ...count('kept'),
      ...addCounts(done.flatMap(({ counts }) => counts ?? [])),
      hindered: whole.flatMap(({ hindered }) => hindered ?? []).length,
    },
    notes: whole.flatMap(({ note, hindered = [] }) => [...(note === undefined ? [] : [note]), ...hindered]),
    finished: through && cursor === undefined,
  };
};
