import { startRegisterImport } from '@geoarchive/contract/supervision.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import type { DutyContext } from '@geoarchive/domain/supervision/duties.ts';
import { apart } from '@geoarchive/platform/store/apart.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type LanedWork } from '../jobs/step.ts';
import {
  addCounts,
  bringInLine,
  isChanged,
  type TaskCounts,
  type TaskTold,
  tellingOf,
} from './bring-in-line.ts';
import { dutyContext, type SupervisionDeps } from './context.ts';
import { fieldChanges, mergeInto, saidBy } from './merge.ts';
import { registerId, shardOf } from './register-store.ts';

/** Rows of one step at most, those looked at together, and writes that its transaction holds beside the job's own. */
const perStep = 96;
const atOnce = 14;
const room = 85;

/** Rows of one entry are all in one lane, so that they follow each other as they stand in the file. */
const lanes = 8;
const laneOf = ({ kind, number }: RegisterRowInput): number => shardOf(registerId(kind, number)) % lanes;
/** Batches that a lane looks through in a step: of unchanged rows those of several fill it. */
const batchesAtOnce = 8;

const place = z.object({ batch: z.number(), at: z.number() });
type Place = z.infer<typeof place>;
const first: Place = { batch: 1, at: 0 };

type Effect = {
  outcome: 'created' | 'updated' | 'unchanged' | 'refused';
  writes: Write[];
  recorded?: TaskTold[];
  counts?: TaskCounts;
  note?: string;
  /** Tasks whose number is another's. */
  hindered?: number;
  /** The entry is stored, but not all its tasks are in line yet: the row comes again. */
  more?: boolean;
};
type Import = { id: string; by: By; only: string | undefined; context: DutyContext };

const noteOf = (number: string, remarks: readonly { message: { zh: string } }[]): string =>
  `${number} ${remarks.map(({ message }) => message.zh).join(' ')}`.slice(0, 500);

/** What one row does: to its entry of the register and to the tasks made from it. */
const effectOf = async (deps: SupervisionDeps, row: RegisterRowInput, of: Import): Promise<Effect> => {
  const id = registerId(row.kind, row.number);
  const [item, before] = await Promise.all([deps.registers.get(id), deps.registerImports.noted(of.id, id)]);
  const now = deps.clock().toISOString();
  const merged = mergeInto(item, row, of.context, of.only, now);
  if ('faults' in merged) return { outcome: 'refused', writes: [], note: noteOf(row.number, merged.faults) };
  const told = { action: startRegisterImport.audit, by: of.by };
  const inLine = await bringInLine(deps.tasks, id, merged.body, of.context, told);
  const remarks = [...merged.remarks, ...inLine.hindered];
  const remarked = {
    hindered: inLine.hindered.length,
    ...(remarks.length > 0 ? { note: noteOf(row.number, remarks) } : {}),
  };
  const changes = fieldChanges(item?.body, merged.body);
  if (item !== undefined && changes.length === 0 && !isChanged(item.body, inLine))
    return { outcome: 'unchanged', writes: [], ...remarked };
  const body = { ...inLine.body, updatedAt: now };
  const tell = {
    ...told,
    detail: { importId: of.id, changes },
    with: [
      // A row that comes again in the same import keeps what was there before the first.
      deps.registerImports.noting(of.id, {
        registerId: id,
        undone: false,
        said: saidBy(body),
        ...(before === undefined
          ? item === undefined
            ? {}
            : { before: item.body }
          : before.before === undefined
            ? {}
            : { before: before.before }),
      }),
      ...inLine.writes,
    ],
  };
  const writes =
    item === undefined ? deps.registers.creation(id, body, tell) : deps.registers.changing(item, body, tell);
  return {
    outcome: item === undefined ? 'created' : 'updated',
    writes,
    recorded: inLine.recorded,
    counts: inLine.counts,
    more: inLine.more,
    ...remarked,
  };
};

const gone = {
  zh: '要导入的内容已过保存期（30 天），请重新上传文件导入。',
  en: 'What was to be imported is no longer kept (30 days): import the file again.',
};

type Placed = { row: RegisterRowInput; at: Place };

/**
 * The next rows of a lane, up to one whose entry came before: two changes of one entry do not fit into one transaction. `after` is where
 * what comes after them begins.
 */
const next = async (
  deps: SupervisionDeps,
  importId: string,
  { from, lane, batches }: { from: Place; lane: number; batches: number },
): Promise<{ rows: Placed[]; after: Place }> => {
  const taken = new Set<string>();
  const rows: Placed[] = [];
  const last = Math.min(batches, from.batch + batchesAtOnce - 1);
  for (let batch = from.batch; batch <= last; batch += 1) {
    const all = await deps.registerBatches.read(importId, batch);
    if (all === undefined) throw new CannotGoOn(gone);
    for (let at = batch === from.batch ? from.at : 0; at < all.length; at += 1) {
      const row = all[at];
      if (row === undefined || laneOf(row) !== lane) continue;
      const key = registerId(row.kind, row.number);
      if (rows.length === perStep || taken.has(key)) return { rows, after: { batch, at } };
      taken.add(key);
      rows.push({ row, at: { batch, at } });
    }
  }
  return { rows, after: { batch: last + 1, at: 0 } };
};

/** What rows do, some together, until their writes fill a transaction: of unchanged ones a step takes many, of new ones a few. */
const look = async (deps: SupervisionDeps, rows: readonly Placed[], of: Import): Promise<Effect[]> => {
  const effects: Effect[] = [];
  let used = 0;
  for (let from = 0; from < rows.length && used < room; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const more = await Promise.all(some.map(({ row }) => effectOf(deps, row, of)));
    effects.push(...more);
    used += more.reduce((sum, { writes }) => sum + writes.length, 0);
  }
  return effects;
};

/** As many effects, from the first on, as one transaction holds: always one. Two that want one number do not go together. */
const fitting = (effects: readonly Effect[]): Effect[] => {
  const goesAlong = apart();
  const some: Effect[] = [];
  let used = 0;
  for (const effect of effects) {
    used += effect.writes.length;
    if ((some.length > 0 && used > room) || !goesAlong(effect.writes)) break;
    some.push(effect);
    if (effect.more === true) break;
  }
  return some;
};

/** Imports rows of the registers, a few a step; each with its tasks in the same transaction. Nothing is deleted by an import. */
export const importRegisters: LanedWork<SupervisionDeps> = {
  lanes,
  async step(deps, job, so, lane) {
    const from = place.nullable().parse(so.cursor) ?? first;
    const scope = await deps.registerImports.scopeOf(job.id);
    if (scope === undefined) throw new CannotGoOn(gone);
    const [{ rows, after }, context] = await Promise.all([
      next(deps, job.id, { from, lane, batches: scope.batches }),
      dutyContext(deps),
    ]);
    const by = { sub: job.body.owner, name: job.body.ownerName };
    const done = fitting(await look(deps, rows, { id: job.id, by, only: scope.node, context }));
    // A row with tasks left over is counted when it comes for the last time.
    const whole = done.filter(({ more }) => more !== true);
    const count = (wanted: Effect['outcome']) => whole.filter(({ outcome }) => outcome === wanted).length;
    const cursor = rows[whole.length]?.at ?? after;
    return {
      effect: [
        ...done.flatMap(({ writes }) => writes),
        ...tellingOf(
          deps,
          done.flatMap(({ recorded }) => recorded ?? []),
        ),
      ],
      cursor,
      done: whole.length,
      counts: {
        created: count('created'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        refused: count('refused'),
        hindered: whole.reduce((sum, { hindered = 0 }) => sum + hindered, 0),
        ...addCounts(done.flatMap(({ counts }) => counts ?? [])),
      },
      notes: whole.flatMap(({ note }) => (note === undefined ? [] : [note])),
      finished: cursor.batch > scope.batches,
    };
  },
};
