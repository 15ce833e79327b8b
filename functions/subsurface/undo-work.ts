import { undoHoleImport } from '@geoarchive/contract/holes.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import type { SubsurfaceDeps } from './deps.ts';
import type { Noted } from './hole-imports.ts';

/** Holes of a step: five writes each at most. */
const perStep = 16;
type Undone =
  | {
      outcome: 'removed' | 'restored';
      id: string;
      version: number;
      logs: number;
      number: string;
      writes: Write[];
    }
  | { outcome: 'kept'; note: string };

/** What sets one hole back, unless something happened to it since; nothing for what was set back before. */
const effectOf = async (
  deps: SubsurfaceDeps,
  by: By,
  importId: string,
  row: Noted,
): Promise<Undone | undefined> => {
  const item = row.undone ? undefined : await deps.holes.get(row.holeId);
  if (item === undefined) return undefined;
  const number = item.body.header.hole;
  if (item.version !== row.version) return { outcome: 'kept', note: number };
  const same = await deps.holes.ofNumber(item.body.node, number);
  const told = { action: undoHoleImport.audit, by, detail: { hole: number, importId } };
  const undoing = deps.holeImports.undoing(importId, row);
  const { id, body } = item;
  const set = { id, number, version: item.version + 1, logs: body.logs.length };
  if (row.before === undefined)
    return {
      outcome: 'removed',
      ...set,
      // Its number keeps it: the same hole imported again is brought back.
      writes: deps.holes.moving(item, 'take-back', body, { ...told, with: [undoing] }),
    };
  const before = row.before;
  return {
    outcome: 'restored',
    ...set,
    writes: deps.holes.changing(item, before, {
      ...told,
      with: [deps.holes.numbering(id, before, same), undoing],
    }),
  };
};

/** Of several holes of one number the first; the others come with the next step. */
const oneOfEach = (found: readonly (Undone | undefined)[]): number => {
  const taken = new Set<string>();
  for (const [at, one] of found.entries()) {
    if (one === undefined || one.outcome !== 'restored') continue;
    if (taken.has(one.number)) return at;
    taken.add(one.number);
  }
  return found.length;
};

const cursor = z.object({ at: z.string().optional(), skip: z.number() }).nullable();

/** Takes an import of holes back, a few a step. */
export const undoHoles: Work<SubsurfaceDeps> = async (deps, job, so) => {
  const importId = job.body.about ?? '';
  const from = cursor.parse(so.cursor) ?? { skip: 0 };
  const page = await deps.holeImports.page(importId, from.at, perStep);
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const rows = page.rows.slice(from.skip);
  const all = await Promise.all(rows.map((row) => effectOf(deps, by, importId, row)));
  const fits = oneOfEach(all);
  const whole = fits === all.length;
  const done = all.slice(0, fits).filter((one) => one !== undefined);
  const count = (wanted: Undone['outcome']) => done.filter(({ outcome }) => outcome === wanted).length;
  const holeIds = done.flatMap((one) => (one.outcome === 'kept' ? [] : [one.id]));
  const loose = done.flatMap((one) =>
    one.outcome === 'kept' || one.logs === 0 ? [] : [{ id: one.id, version: one.version }],
  );
  return {
    effect: [
      ...done.flatMap((one) => (one.outcome === 'kept' ? [] : one.writes)),
      ...(holeIds.length === 0
        ? []
        : [outboxWrite(deps.table.name, deps.clock, 'HolesRecorded', { holeIds })]),
      ...(loose.length === 0 ? [] : [deps.looseCurves.noting(loose)]),
    ],
    cursor: whole
      ? { skip: 0, ...(page.cursor === undefined ? {} : { at: page.cursor }) }
      : { ...from, skip: from.skip + fits },
    done: fits,
    counts: { removed: count('removed'), restored: count('restored'), kept: count('kept') },
    notes: done.flatMap((one) => (one.outcome === 'kept' ? [one.note] : [])),
    finished: whole && page.cursor === undefined,
  };
};
