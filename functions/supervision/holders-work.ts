import type { EventData } from '@geoarchive/contract/events.ts';
import { recompute } from '@geoarchive/contract/supervision.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { learned } from '@geoarchive/domain/supervision/organisation.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { JobItem } from '../jobs/job-store.ts';
import type { Work } from '../jobs/step.ts';
import type { SupervisionDeps } from './context.ts';
import { idOf } from './ids.ts';
import type { OrganisationEntry, OrganisationStored } from './organisation-register.ts';
import { organisationChanges } from './organisation-row.ts';
import { type RegisterItem, shardCount } from './register-store.ts';

const action = 'organisation.learn';
/** Entries looked at in one step, and organisations changed by it: three writes each. */
const perStep = 200;
const changedAtOnce = 28;
const readsAtOnce = 20;

const place = z.union([z.object({ shard: z.number(), after: z.string().optional() }), z.string()]);
type Look = { items: RegisterItem[]; cursor: unknown; finished: boolean };

/** The next entries of the whole register. */
const ofAll = async (deps: SupervisionDeps, cursor: unknown): Promise<Look> => {
  const at = place.nullable().parse(cursor) ?? { shard: 0 };
  const { shard, after } = typeof at === 'string' ? { shard: 0, after: undefined } : at;
  const { items, more } = await deps.registers.shardFrom(shard, after, perStep);
  const last = items.at(-1)?.id;
  return more
    ? { items, cursor: { shard, ...(last === undefined ? {} : { after: last }) }, finished: false }
    : { items, cursor: { shard: shard + 1 }, finished: shard + 1 >= shardCount };
};

/** The next entries that an import changed. */
const ofImport = async (deps: SupervisionDeps, importId: string, cursor: unknown): Promise<Look> => {
  const start = z.string().nullable().parse(cursor) ?? undefined;
  const page = await deps.registerImports.page(importId, start, perStep);
  const items = await Promise.all(page.rows.map(({ registerId }) => deps.registers.get(registerId)));
  return {
    items: items.filter((item) => item !== undefined),
    cursor: page.cursor ?? null,
    finished: page.cursor === undefined,
  };
};

type Now = { item: OrganisationEntry | undefined; body: OrganisationStored | undefined };

/** The organisations of the entries, as they are stored. */
const storedOf = async (deps: SupervisionDeps, items: readonly RegisterItem[]): Promise<Map<string, Now>> => {
  const codes = [
    ...new Set(items.flatMap(({ body }) => body.holders.map(({ organisation }) => organisation))),
  ];
  const now = new Map<string, Now>();
  await inParallel(codes, readsAtOnce, async (code) => {
    const item = await deps.organisations.get(code);
    now.set(code, { item, body: item?.body.gone === true ? undefined : item?.body });
  });
  return now;
};

/**
 * Records who holds rights and carries out projects (单位登记), and what they are called now: of the entries that an import changed
 * (`about`), or of all. It runs after the import and changes no entry. Where more is new than a transaction holds, the same entries
 * are looked at again: what is recorded already is then nothing new.
 */
export const learnHolders: Work<SupervisionDeps> = async (deps, job, so) => {
  const { about } = job.body;
  const look = about === undefined ? await ofAll(deps, so.cursor) : await ofImport(deps, about, so.cursor);
  const now = await storedOf(deps, look.items);
  const today = dayOf(deps.clock());
  const updatedAt = deps.clock().toISOString();
  const changed = new Map<string, OrganisationStored>();
  let full = false;
  for (const { organisation: code, name, number } of look.items.flatMap(({ body }) =>
    body.holders.map((one) => ({ ...one, number: body.number })),
  )) {
    const known = changed.get(code) ?? now.get(code)?.body;
    const after = learned(known, { code, name, number }, today);
    if (after === undefined) continue;
    full = !changed.has(code) && changed.size >= changedAtOnce;
    if (full) break;
    changed.set(code, { ...after, names: [...after.names], updatedAt });
  }
  const effect = [...changed].flatMap(([code, body]) => {
    const before = now.get(code);
    const by = { worker: 'work' };
    const detail = {
      ...(about === undefined ? {} : { importId: about }),
      changes: organisationChanges(before?.body, body),
    };
    return deps.organisations.recording(before?.item, body, { action, by, detail });
  });
  const isNew = (code: string) => now.get(code)?.body === undefined;
  const created = [...changed.keys()].filter(isNew).length;
  return {
    effect,
    cursor: full ? so.cursor : look.cursor,
    done: full ? 0 : look.items.length,
    counts: { created, updated: changed.size - created },
    finished: !full && look.finished,
  };
};

const queue = async (deps: SupervisionDeps, after: JobItem, total: number): Promise<void> => {
  const of = {
    kind: 'holders' as const,
    subject: after.body.subject,
    about: after.id,
    total,
    owner: 'system:holders',
    ownerName: '系统 System',
    createdAt: deps.clock().toISOString(),
  };
  // Of the import and what it did so far, so once; one that is tried again and does more is looked at again.
  const id = idOf('holders', after.id, String(total));
  try {
    await deps.table.transact(deps.jobs.queueing(id, of, { worker: 'effects' }, recompute.audit));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
};

/** After an import of the registers, however it ended: whose names it brought is recorded by a job of its own. */
export const holdersAfter = async (
  deps: SupervisionDeps,
  { jobId }: EventData<'JobEnded'>,
): Promise<void> => {
  const item = await deps.jobs.get(jobId);
  if (item?.body.kind !== 'register-import') return;
  const { counts } = await deps.jobs.progressOf(jobId);
  const total = (counts['created'] ?? 0) + (counts['updated'] ?? 0);
  if (total > 0) await queue(deps, item, total);
};
