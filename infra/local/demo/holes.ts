import type { Client } from '@geoarchive/contract/client.ts';
import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { holes, jobs } from '@geoarchive/contract/routes.ts';
import { partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { ulid } from 'ulid';
import { madeHole, madeLog } from './made-holes.ts';
import { until } from './until.ts';

/** Holes of a call: a hundred at most, and whole ones must stay below what a gateway takes. */
const perBatch = 50;
/** Every so many of the deep holes has a log. */
const withLog = 40;

const withItsLog = async (keeper: Client, n: number): Promise<HoleInput> => {
  const hole = madeHole(n);
  const { log, values } = madeLog(n, hole.header.finalDepth ?? 100);
  for (const { sha256, values: body } of values)
    await keeper.call(holes.putHoleCurve, { params: { sha256 }, body: { values: body } });
  return { ...hole, logs: [log] };
};

/** Sends holes batch by batch and begins their import. */
export const importHoles = async (
  keeper: Client,
  count: number,
  hole: (n: number) => HoleInput | Promise<HoleInput>,
  subject: string,
): Promise<Job> => {
  const id = ulid();
  const batches = Math.ceil(count / perBatch);
  for (let no = 1; no <= batches; no += 1) {
    const from = (no - 1) * perBatch;
    const some = Array.from({ length: Math.min(perBatch, count - from) }, (_, at) => hole(from + at));
    await keeper.call(holes.putHoleBatch, { params: { id, no }, body: { holes: await Promise.all(some) } });
  }
  return keeper.call(holes.startHoleImport, { params: { id }, body: { batches, subject } });
};

const hole = (keeper: Client, n: number) => (n % withLog === 0 ? withItsLog(keeper, n) : madeHole(n));

/** Puts holes of the archive onto the portal, all that they have, by two people as it has to be; those that may be public. */
const release = async (keeper: Client, officer: Client, wanted: number): Promise<void> => {
  const { items } = await keeper.call(holes.listHoles, { query: { sort: 'number', limit: wanted } });
  for (const { id, header, counts } of items) {
    if (header.secrecy !== 'public') continue;
    const parts = partKinds.filter((kind) => counts[kind] > 0);
    const params = { id };
    await keeper.call(holes.proposeHole, { params, body: { parts, reason: '示例公开' } });
    await officer.call(holes.approveHole, { params });
  }
};

/** Brings invented holes, some with logs, into the archive by imports like any other, and the first of them onto the portal. */
export const loadHoles = async (
  { keeper, officer }: { keeper: Client; officer: Client },
  { count, released }: { count: number; released: number },
): Promise<void> => {
  const first = await importHoles(keeper, released, (n) => hole(keeper, n), '示例钻孔 1.xlsx');
  await until(
    () => keeper.call(jobs.getJob, { params: { id: first.id } }),
    ({ state }) => state === 'done',
  );
  await until(
    () => keeper.call(holes.listHoles, { query: { limit: 0 } }),
    ({ total }) => total >= released,
  );
  await release(keeper, officer, released);
  // Not waited for: the job goes on by itself while people look around.
  await importHoles(keeper, count - released, (n) => hole(keeper, released + n), '示例钻孔 2.xlsx');
};
