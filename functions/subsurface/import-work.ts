import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import { type HoleBody, startHoleImport } from '@geoarchive/contract/holes.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import type { Hole } from '@geoarchive/domain/subsurface/hole.ts';
import { comparedNumber } from '@geoarchive/domain/subsurface/same-hole.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type LanedWork } from '../jobs/step.ts';
import { idOf } from '../supervision/ids.ts';
import { hashesOf, TooLarge } from './content-store.ts';
import type { SubsurfaceDeps } from './deps.ts';
import { factsOf } from './hole-facts.ts';
import type { HoleItem } from './hole-store.ts';
import { findSame } from './same.ts';
import { isOverfull, wholeOf } from './whole.ts';

/** Holes of a step: four writes each, and the event. */
const perStep = 20;
const lanes = 6;
/** Curves of a hole that are copied to it at once. */
const curvesAtOnce = 8;

const place = z.object({ batch: z.number(), at: z.number() });
type Outcome = 'created' | 'updated' | 'unchanged' | 'refused';
type Done = {
  outcome: Outcome;
  writes: Write[];
  id?: string;
  note?: string;
  /** Of a hole that had curves: the version that this makes of it. */
  loose?: number;
};
type Import = { id: string; by: By; node: string };

const fresh = {
  limits: {},
  releaseVersion: 0,
  releasedParts: [],
} satisfies Pick<HoleBody, 'limits' | 'releaseVersion' | 'releasedParts'>;

const refused = ({ header }: Pick<Hole, 'header'>, why: string): Done => ({
  outcome: 'refused',
  writes: [],
  note: `${header.hole} ${why}`,
});

/** What creates, brings back or updates one hole; the same input again changes nothing. */
const effectOf = async (deps: SubsurfaceDeps, input: HoleInput, of: Import, newId: string): Promise<Done> => {
  const { header } = input;
  if (isStateSecret(header.secrecy ?? 'internal'))
    return refused(input, '涉密资料不入本系统，只登记目录条。');
  const { same, found } = await findSame(deps.holes, of.node, input);
  if (found === 'several')
    return refused(input, '有几个同号钻孔，文件没有说明是哪一个：请同时导入含坐标的钻孔表。');
  const [item, noted] =
    found === undefined
      ? []
      : await Promise.all([deps.holes.get(found.id), deps.holeImports.noted(of.id, found.id)]);
  const now = deps.clock().toISOString();
  const hole = await wholeOf(deps, input, item);
  const { header: _, ...rest } = hole;
  const facts = factsOf(hole);
  if (isOverfull(hole, facts)) return refused(hole, '测井或附件过多，请分成几个钻孔，或作为案卷的文件汇交。');
  const curves = await newCurves(deps, hole, item);
  const sent = await Promise.all(curves.map((sha256) => deps.contents.sentAt(sha256)));
  const missing = sent.filter((at) => at === undefined).length;
  if (missing > 0) return refused(hole, `${missing} 条曲线的数值没有上传。`);
  const content = await deps.contents.put(rest).catch((error: unknown) => {
    if (error instanceof TooLarge) return undefined;
    throw error;
  });
  if (content === undefined) return refused(hole, '分层等数据过大，请作为案卷的文件汇交。');
  const id = item?.id ?? newId;
  await inParallel(curves, curvesAtOnce, (sha256) => deps.contents.takeCurve(id, sha256));
  const told = {
    action: startHoleImport.audit,
    by: of.by,
    detail: { hole: header.hole, importId: of.id },
  };
  if (item === undefined) {
    const body = { ...fresh, ...facts, node: of.node, content, createdAt: now, updatedAt: now };
    return {
      outcome: 'created',
      id,
      writes: deps.holes.creation(id, body, {
        ...told,
        with: [
          deps.holes.numbering(id, body, same),
          deps.holeImports.noting(of.id, { holeId: id, version: 1, undone: false }),
        ],
      }),
    };
  }
  const { header: _h, place: _p, noPlace: _n, counts: _c, logs: _l, strata: _s, ...kept } = item.body;
  const body = { ...kept, ...facts, content, updatedAt: now };
  const removed = item.state === 'removed';
  if (
    !removed &&
    JSON.stringify([item.body.header, item.body.content]) === JSON.stringify([hole.header, content])
  )
    return { outcome: 'unchanged', writes: [] };
  const before = noted === undefined ? item.body : noted.before;
  const tell = {
    ...told,
    with: [
      deps.holes.numbering(item.id, body, same),
      deps.holeImports.noting(of.id, {
        holeId: item.id,
        version: item.version + 1,
        undone: false,
        ...(before === undefined || removed ? {} : { before }),
      }),
    ],
  };
  return {
    outcome: removed ? 'created' : 'updated',
    id: item.id,
    ...(item.body.logs.length === 0 ? {} : { loose: item.version + 1 }),
    writes: removed ? deps.holes.moving(item, 'restore', body, tell) : deps.holes.changing(item, body, tell),
  };
};

/** Curves that the hole will name and that are not its own already: those an import takes from what was sent. */
const newCurves = async (
  deps: SubsurfaceDeps,
  { logs }: Hole,
  item: HoleItem | undefined,
): Promise<string[]> => {
  if (logs.length === 0) return [];
  // Of a hole that was taken back nothing counts as there: its curves may be removed any day.
  const before = item === undefined || item.state === 'removed' ? undefined : item.body;
  const old =
    before === undefined || before.logs.length === 0
      ? []
      : (await deps.contents.get(before.content.sha256)).logs;
  const known = new Set(hashesOf(old));
  return [...new Set(hashesOf(logs))].filter((sha256) => !known.has(sha256));
};

/** The next holes of a batch, up to one whose number came before: what one does must be seen by the next. */
const next = (holes: readonly HoleInput[], at: number): HoleInput[] => {
  const taken = new Set<string>();
  const some: HoleInput[] = [];
  for (const hole of holes.slice(at, at + perStep)) {
    const key = comparedNumber(hole.header.hole);
    if (taken.has(key)) break;
    taken.add(key);
    some.push(hole);
  }
  return some;
};

const gone = {
  zh: '要导入的内容已过保存期（30 天），请重新上传文件导入。',
  en: 'What was to be imported is no longer kept (30 days): import the file again.',
};
const nothing = { effect: [], cursor: null, done: 0, counts: {}, finished: true };

/**
 * Imports the holes that were sent. Each lane takes every sixth batch; two holes of one number in two lanes meet at the list of that
 * number, where the later looks again.
 */
export const importHoles: LanedWork<SubsurfaceDeps> = {
  lanes,
  async step(deps, job, so, lane) {
    const scope = await deps.holeImports.scopeOf(job.id);
    if (scope === undefined) throw new CannotGoOn(gone);
    const { batch, at } = place.nullable().parse(so.cursor) ?? { batch: lane + 1, at: 0 };
    if (batch > scope.batches) return nothing;
    const holes = await deps.holeBatches.read(job.id, batch);
    if (holes === undefined) throw new CannotGoOn(gone);
    const of = { id: job.id, by: { sub: job.body.owner, name: job.body.ownerName }, node: scope.node };
    const some = next(holes, at);
    // An id that follows from the hole's place: a step that is done again copies its curves to where they are already.
    const idFor = (n: number) => idOf('hole', job.id, String(batch), String(at + n));
    const done = await Promise.all(some.map((hole, n) => effectOf(deps, hole, of, idFor(n))));
    const count = (wanted: Outcome) => done.filter(({ outcome }) => outcome === wanted).length;
    const holeIds = done.flatMap(({ id }) => id ?? []);
    const loose = done.flatMap(({ id, loose: version }) =>
      id === undefined || version === undefined ? [] : [{ id, version }],
    );
    const after = at + some.length;
    const cursor = after < holes.length ? { batch, at: after } : { batch: batch + lanes, at: 0 };
    return {
      effect: [
        ...done.flatMap(({ writes }) => writes),
        ...(holeIds.length === 0
          ? []
          : [outboxWrite(deps.table.name, deps.clock, 'HolesRecorded', { holeIds })]),
        ...(loose.length === 0 ? [] : [deps.looseCurves.noting(loose)]),
      ],
      cursor,
      done: some.length,
      counts: {
        created: count('created'),
        updated: count('updated'),
        unchanged: count('unchanged'),
        refused: count('refused'),
      },
      notes: done.flatMap(({ note }) => note ?? []),
      finished: cursor.batch > scope.batches,
    };
  },
};
