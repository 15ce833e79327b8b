import { recompute } from '@geoarchive/contract/supervision.ts';
import type { DutyContext } from '@geoarchive/domain/supervision/duties.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type LanedWork, type Work } from '../jobs/step.ts';
import {
  addCounts,
  bringInLine,
  isChanged,
  type TaskCounts,
  type TaskTold,
  tellingOf,
} from './bring-in-line.ts';
import { dutyContext, type SupervisionDeps } from './context.ts';
import { type RegisterItem, shardCount } from './register-store.ts';
import { nextVersion } from './rule-store.ts';
import { draftOf } from './trials.ts';

/** Entries read in one step; with long histories fewer, since an answer holds a megabyte. */
const perStep = 400;
const room = 85;

/** Lanes of the reckoning of everything: each has every eighth shard, and no entry is in two. */
const lanes = 8;

const place = z.object({ shard: z.number(), after: z.string().optional() });
type Place = z.infer<typeof place>;
const placeOf = (cursor: unknown, first = 0): Place => place.nullable().parse(cursor) ?? { shard: first };

/** The entries of a page one by one, up to where the transaction is full; an entry with tasks left over comes again. */
const lookThrough = async (
  deps: SupervisionDeps,
  items: readonly RegisterItem[],
  context: DutyContext,
  by: By,
): Promise<{ counts: TaskCounts; writes: Write[]; whole: number }> => {
  const counts: TaskCounts[] = [];
  const writes: Write[] = [];
  const recorded: TaskTold[] = [];
  let whole = 0;
  for (const item of items) {
    const told = { action: recompute.audit, by };
    const inLine = await bringInLine(deps.tasks, item.id, item.body, context, told);
    const own = isChanged(item.body, inLine)
      ? deps.registers.changing(
          item,
          { ...inLine.body, updatedAt: deps.clock().toISOString() },
          { ...told, detail: { changes: inLine.changes }, with: inLine.writes },
        )
      : [];
    if (writes.length > 0 && writes.length + own.length > room) break;
    writes.push(...own);
    recorded.push(...inLine.recorded);
    counts.push(inLine.counts);
    if (inLine.more) break;
    whole += 1;
  }
  return { counts: addCounts(counts), writes: [...writes, ...tellingOf(deps, recorded)], whole };
};

/** Where the next step goes on, and whether there is none: after a shard comes the `stride`th next. */
const following = (
  { shard }: Place,
  page: { items: readonly RegisterItem[]; more: boolean },
  whole: number,
  last: string | undefined,
  stride = 1,
): { cursor: Place; finished: boolean } => {
  const through = whole === page.items.length && !page.more;
  if (!through) return { cursor: { shard, ...(last === undefined ? {} : { after: last }) }, finished: false };
  return { cursor: { shard: shard + stride }, finished: shard + stride >= shardCount };
};

/**
 * Brings the tasks of all entries in line with registers, rules and today: everything, not only what changed. The shards of the
 * register do not touch each other's entries, so lanes of them go on side by side.
 */
export const recomputeAll: LanedWork<SupervisionDeps> = {
  lanes,
  async step(deps, job, so, lane) {
    const at = placeOf(so.cursor, lane);
    const [page, context] = await Promise.all([
      deps.registers.shardFrom(at.shard, at.after, perStep),
      dutyContext(deps),
    ]);
    const by = { sub: job.body.owner, name: job.body.ownerName };
    const { counts, writes, whole } = await lookThrough(deps, page.items, context, by);
    return {
      effect: writes,
      done: whole,
      counts,
      ...following(at, page, whole, page.items[whole - 1]?.id ?? at.after, lanes),
    };
  },
};

const gone = {
  zh: '这次试算的规则草稿已不在，请重新试算。',
  en: 'The draft of this trial is no longer kept: try it again.',
};

/** What a draft of a rule would change, entry by entry; writes nothing. An entry counts up to the first eighteen of its tasks. */
export const tryRules: Work<SupervisionDeps> = async (deps, job, so) => {
  const trial = await draftOf(deps.table, job.id);
  if (trial === undefined) throw new CannotGoOn(gone);
  const context = await dutyContext(deps);
  const rules = [...context.rules, nextVersion(context.rules, trial.rule, trial.draft)];
  const by = { worker: 'work' };
  const at = placeOf(so.cursor);
  const page = await deps.registers.shardFrom(at.shard, at.after, perStep);
  const { items } = page;
  const all = [];
  for (const item of items)
    all.push({
      item,
      inLine: await bringInLine(
        deps.tasks,
        item.id,
        item.body,
        { ...context, rules },
        { action: recompute.audit, by },
      ),
    });
  return {
    effect: [],
    done: items.length,
    counts: addCounts(all.map(({ inLine }) => inLine.counts)),
    notes: all.flatMap(({ item, inLine }) =>
      inLine.changes.map(
        ({ subject, before, after }) => `${item.body.number} ${subject}: ${before ?? '—'} → ${after ?? '—'}`,
      ),
    ),
    ...following(at, page, items.length, items.at(-1)?.id ?? at.after),
  };
};
