import { recompute } from '@geoarchive/contract/supervision.ts';
import type { DutyContext } from '@geoarchive/domain/supervision/duties.ts';
import { apart } from '@geoarchive/platform/store/apart.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type LanedWork, type Work } from '../jobs/step.ts';
import {
  addCounts,
  bringInLine,
  type InLine,
  isChanged,
  type Standing,
  type TaskCounts,
  type TaskTold,
  tellingOf,
} from './bring-in-line.ts';
import { type DutyContextNow, dutyContext, type SupervisionDeps } from './context.ts';
import { type RegisterItem, shardCount } from './register-store.ts';
import { families } from './rule-families.ts';
import { nextVersion } from './rule-store.ts';
import { draftGone, draftOf, type Trial } from './trials.ts';

/** Entries read in one step; with long histories fewer, since an answer holds a megabyte. */
const perStep = 400;
const room = 85;

/** Lanes of the reckoning of everything: each has every eighth shard, and no entry is in two. */
const lanes = 8;

const place = z.object({ shard: z.number(), after: z.string().optional() });
type Place = z.infer<typeof place>;
const placeOf = (cursor: unknown, first = 0): Place => place.nullable().parse(cursor) ?? { shard: first };

/** What of an entry is hindered, as the job's notes say it. */
const notesOf = ({ body }: RegisterItem, { hindered, more }: InLine): string[] =>
  // With tasks left over the entry comes again, and what is hindered is found again.
  more ? [] : hindered.map(({ message }) => `${body.number}: ${message.zh}`);

/** The entries of a page one by one, up to where the transaction is full; an entry with tasks left over comes again. */
const lookThrough = async (
  deps: SupervisionDeps,
  items: readonly RegisterItem[],
  context: DutyContext,
  by: By,
): Promise<{ counts: TaskCounts; writes: Write[]; whole: number; hindered: string[] }> => {
  const goesAlong = apart();
  const hindered: string[] = [];
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
    // Two that want one number: the second comes again, and finds it taken.
    if (!goesAlong(own)) break;
    writes.push(...own);
    hindered.push(...notesOf(item, inLine));
    recorded.push(...inLine.recorded);
    counts.push(inLine.counts);
    if (inLine.more) break;
    whole += 1;
  }
  return { counts: addCounts(counts), writes: [...writes, ...tellingOf(deps, recorded)], whole, hindered };
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
    const { counts, writes, whole, hindered } = await lookThrough(deps, page.items, context, by);
    return {
      effect: writes,
      done: whole,
      counts: { ...counts, hindered: hindered.length },
      notes: hindered,
      ...following(at, page, whole, page.items[whole - 1]?.id ?? at.after, lanes),
    };
  },
};

/** What counts with a draft in its place. */
const withDraft = (context: DutyContextNow, trial: Trial): DutyContext => {
  if (trial.family === 'duty') {
    const version = nextVersion(families.duty, context.rules, trial.rule, trial.draft);
    return { ...context, rules: [...context.rules, version] };
  }
  if (trial.family === 'routing') {
    const version = nextVersion(families.routing, context.routing, trial.rule, trial.draft);
    return { ...context, routing: [...context.routing, version] };
  }
  throw new CannotGoOn(draftGone);
};

const told = (on: Standing | undefined): string => (on === undefined ? '—' : `${on.due} ${on.node}`);

/** What a draft of a rule of duties or routing would change, entry by entry; writes nothing. An entry counts up to the first eighteen of its tasks. */
export const tryRules: Work<SupervisionDeps> = async (deps, job, so) => {
  const trial = await draftOf(deps.table, job.id);
  if (trial === undefined) throw new CannotGoOn(draftGone);
  const context = withDraft(await dutyContext(deps), trial);
  const by = { worker: 'work' };
  const at = placeOf(so.cursor);
  const page = await deps.registers.shardFrom(at.shard, at.after, perStep);
  const { items } = page;
  const all = [];
  const hindered: string[] = [];
  for (const item of items) {
    const told = { action: recompute.audit, by };
    const inLine = await bringInLine(deps.tasks, item.id, item.body, context, told);
    hindered.push(...notesOf(item, inLine));
    all.push({ number: item.body.number, ...inLine });
  }
  const moved = all.flatMap(({ number, changes }) =>
    changes
      .filter(({ before, after }) => before?.due !== after?.due || before?.node !== after?.node)
      .map((change) => ({ number, ...change })),
  );
  const both = moved.flatMap(({ before, after }) =>
    before === undefined || after === undefined ? [] : [{ before, after }],
  );
  return {
    effect: [],
    done: items.length,
    counts: {
      ...addCounts(all.map(({ counts }) => counts)),
      hindered: hindered.length,
      daysMoved: both.filter(({ before, after }) => before.due !== after.due).length,
      archivesMoved: both.filter(({ before, after }) => before.node !== after.node).length,
    },
    notes: [
      ...hindered,
      ...moved.map(
        ({ number, subject, before, after }) => `${number} ${subject}: ${told(before)} → ${told(after)}`,
      ),
    ],
    ...following(at, page, items.length, items.at(-1)?.id ?? at.after),
  };
};
