import * as archive from '@geoarchive/contract/archive.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import type { ArchiveDeps } from './deps.ts';
import type { Noted } from './task-imports.ts';

/** Tasks of a step: four writes each. */
const perStep = 16;
type Undone = { outcome: 'withdrawn' | 'restored'; writes: Write[] } | { outcome: 'kept'; note: string };

/** What sets one task back, unless something happened to it since; nothing for what was set back before. */
const effectOf = async (
  deps: ArchiveDeps,
  by: By,
  importId: string,
  row: Noted,
): Promise<Undone | undefined> => {
  const item = row.undone ? undefined : await deps.tasks.get(row.taskId);
  if (item === undefined) return undefined;
  const { node, number } = item.body;
  if (item.version !== row.version) return { outcome: 'kept', note: `${node} ${number}` };
  const tell = (task: ReturnType<typeof deps.tasks.shown>) => ({
    action: archive.undoTaskImport.audit,
    by,
    detail: { number, importId },
    events: [{ type: 'TaskRecorded' as const, data: { task, version: item.version + 1 } }],
    with: [deps.taskImports.undoing(importId, row)],
  });
  if (row.before === undefined) {
    const task = deps.tasks.shown(item.id, 'withdrawn', item.body);
    return { outcome: 'withdrawn', writes: deps.tasks.moving(item, 'withdraw', item.body, tell(task)) };
  }
  const task = deps.tasks.shown(item.id, item.state, row.before);
  return { outcome: 'restored', writes: deps.tasks.changing(item, row.before, tell(task)) };
};

/** Takes an import back, a few tasks a step. Somebody who changes a task in the same instant is met again by the step's next look. */
export const undoImport: Work<ArchiveDeps> = async (deps, job, so) => {
  const importId = job.body.about ?? '';
  const { rows, cursor } = await deps.taskImports.page(
    importId,
    z.string().nullable().parse(so.cursor) ?? undefined,
    perStep,
  );
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const found = await Promise.all(rows.map((row) => effectOf(deps, by, importId, row)));
  const done = found.filter((one) => one !== undefined);
  const count = (wanted: Undone['outcome']) => done.filter(({ outcome }) => outcome === wanted).length;
  return {
    effect: done.flatMap((one) => (one.outcome === 'kept' ? [] : one.writes)),
    cursor: cursor ?? null,
    done: rows.length,
    counts: { withdrawn: count('withdrawn'), restored: count('restored'), kept: count('kept') },
    notes: done.flatMap((one) => (one.outcome === 'kept' ? [one.note] : [])),
    finished: cursor === undefined,
  };
};
