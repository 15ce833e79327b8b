import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Log } from '@geoarchive/domain/subsurface/hole.ts';
import { youngDays } from '@geoarchive/domain/subsurface/kept.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { looseDays } from './loose-curves.ts';
import { sweepCurves } from './sweep-curves.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const dayMs = 24 * 3600 * 1000;
const pass = (days: number) => {
  kit.time.now = new Date(kit.time.now.getTime() + days * dayMs);
};
const valuesOf = (...numbers: number[]) => new Uint8Array(new Float64Array(numbers).buffer);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const depths = valuesOf(1, 2, 3);
const gamma = valuesOf(80, 81, 82);
const density = valuesOf(2.5, 2.6, 2.7);
const send = async (...all: Uint8Array[]) => {
  for (const values of all)
    await kit.as('keeper', {
      ...{ method: 'PUT', path: `/subsurface/curves/${hashOf(values)}` },
      body: { values: gzipSync(values).toString('base64') },
    });
};
/** A log of one file: what comes again in the file takes its place. */
const logOf = (file: string, values: Uint8Array): Log => ({
  ...{ id: file, file, format: 'las', indexUnit: 'M', parameters: [] },
  index: { mnemonic: 'DEPT', unit: 'm', sha256: hashOf(depths), samples: 3 },
  curves: [{ mnemonic: 'X', unit: '', sha256: hashOf(values), samples: 3 }],
});
const bring = async (hole: string, ...logs: Log[]): Promise<string> => {
  const id = ulid();
  const header = { hole, holeType: 'geological', project: '某矿区' };
  await kit.as('keeper', {
    ...{ method: 'PUT', path: `/subsurface/imports/${id}/batches/1` },
    body: { holes: [{ header, logs }] },
  });
  await kit.as('keeper', {
    ...{ method: 'POST', path: `/subsurface/imports/${id}` },
    body: { batches: 1, subject: hole },
  });
  await kit.work();
  return id;
};
const countsOf = async (id: string) => Object((await kit.as('keeper', { path: `/jobs/${id}` })).body).counts;
const undo = async (id: string) => {
  await kit.as('keeper', { method: 'POST', path: `/subsurface/imports/${id}/undo` });
  await kit.work();
};
const holeIdOf = async (number: string) => (await kit.holes.ofNumber('NGA', number)).holes[0]?.id ?? '';
/** Names of the curves that lie in a hole's folder. */
const curvesOf = (id: string) =>
  kit.bucket
    .keys()
    .filter((key) => key.startsWith(`holes/curves/${id}/`))
    .map((key) => key.slice(-71, -7))
    .sort();
const namesOf = (...all: Uint8Array[]) => all.map(hashOf).sort();

test('curves wait where the bucket forgets them, and lie with their hole once they are imported', async () => {
  await send(depths, gamma);
  expect(kit.bucket.keys()).toEqual(
    namesOf(depths, gamma).map((name) => `hole-imports/curves/${name}.f64.gz`),
  );
  await bring('ZK1', logOf('a.las', gamma));
  expect(curvesOf(await holeIdOf('ZK1'))).toEqual(namesOf(depths, gamma));
});

test('a curve that was imported before holes had folders is read where it lies', async () => {
  await send(depths, gamma);
  await bring('ZK1', logOf('a.las', gamma));
  const id = await holeIdOf('ZK1');
  const key = `holes/curves/${id}/${hashOf(gamma)}.f64.gz`;
  await kit.bucket.put(`holes/curves/${hashOf(gamma)}.f64.gz`, (await kit.bucket.readAll(key)) ?? '');
  kit.bucket.lose(key);
  expect(Buffer.from((await kit.contents.curve(id, hashOf(gamma))) ?? []).equals(Buffer.from(gamma))).toBe(
    true,
  );
  expect(await kit.contents.curve(id, 'f'.repeat(64))).toBeUndefined();
});

test('what the bucket has forgotten has to be sent again; what a hole has already has not', async () => {
  await send(depths, gamma);
  await bring('ZK1', logOf('a.las', gamma));
  for (const name of namesOf(depths, gamma)) kit.bucket.lose(`hole-imports/curves/${name}.f64.gz`);
  expect(await countsOf(await bring('ZK2', logOf('a.las', gamma)))).toMatchObject({ refused: 1 });
  expect(await countsOf(await bring('ZK1', logOf('b.las', gamma)))).toMatchObject({ updated: 1 });
});

test('what was sent so long ago that an import begun now may outlive it has to be sent again', async () => {
  await send(depths, gamma);
  const missing = async () =>
    (
      await kit.as('keeper', {
        ...{ method: 'POST', path: '/subsurface/curves/missing' },
        body: { sha256: [hashOf(depths), hashOf(gamma)] },
      })
    ).body['missing'];
  expect(await missing()).toEqual([]);
  pass(youngDays + 1);
  await send(gamma);
  expect(await missing()).toEqual([hashOf(depths)]);
});

test('a hole that cannot be looked at keeps no other waiting, and is told', async () => {
  await send(depths, gamma, density);
  await bring('ZK1', logOf('a.las', gamma));
  const broken = await bring('ZK1', logOf('a.las', density));
  const whole = await bring('ZK2', logOf('a.las', gamma));
  await undo(broken);
  await undo(whole);
  pass(looseDays);
  const contents = {
    get: async (): Promise<never> => {
      throw new Error('not there');
    },
  };
  const [id, other] = [await holeIdOf('ZK1'), await holeIdOf('ZK2')];
  await expect(sweepCurves({ ...kit, contents })).rejects.toThrow('1 holes');
  expect([curvesOf(id).length, curvesOf(other).length]).toEqual([3, 0]);
  expect(await sweepCurves(kit)).toBe(1);
});

test('curves of a hole that was taken back go after some days, those of others stay', async () => {
  await send(depths, gamma);
  const first = await bring('ZK1', logOf('a.las', gamma));
  await bring('ZK2', logOf('a.las', gamma));
  const [gone, stays] = [await holeIdOf('ZK1'), await holeIdOf('ZK2')];
  await undo(first);
  pass(looseDays - 1);
  expect(await sweepCurves(kit)).toBe(0);
  expect(curvesOf(gone)).toHaveLength(2);
  pass(1);
  expect(await sweepCurves(kit)).toBe(2);
  expect([curvesOf(gone), curvesOf(stays)]).toEqual([[], namesOf(depths, gamma)]);
  expect(await sweepCurves(kit)).toBe(0);
  // It comes again with its curves, which have to be sent anew or still lie where they were sent.
  expect(await countsOf(await bring('ZK1', logOf('a.las', gamma)))).toMatchObject({ created: 1 });
  expect(curvesOf(gone)).toEqual(namesOf(depths, gamma));
});

test('of a hole that was set back the curves it names stay', async () => {
  await send(depths, gamma, density);
  await bring('ZK1', logOf('a.las', gamma));
  const second = await bring('ZK1', logOf('a.las', density));
  const id = await holeIdOf('ZK1');
  expect(curvesOf(id)).toEqual(namesOf(depths, gamma, density));
  pass(30);
  // Nothing was undone: an undo would name the replaced curve again.
  expect(await sweepCurves(kit)).toBe(0);
  await undo(second);
  pass(looseDays);
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(depths, gamma));
});

test('what earlier imports named goes once the undo of the last one would not name it either', async () => {
  const [sonic, neutron] = [valuesOf(7, 8, 9), valuesOf(4, 5, 6)];
  await send(depths, gamma, density, sonic, neutron);
  const first = await bring('ZK1', logOf('a.las', gamma));
  await bring('ZK1', logOf('a.las', density));
  const id = await holeIdOf('ZK1');
  pass(looseDays);
  expect(await sweepCurves(kit)).toBe(0);
  const third = await bring('ZK1', logOf('a.las', sonic));
  pass(looseDays - 1);
  expect(await sweepCurves(kit)).toBe(0);
  pass(1);
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(depths, density, sonic));
  // The first import is past undoing for this hole; the third is not, and its hole finds its curve again.
  await undo(first);
  expect(await countsOf(third)).toMatchObject({ updated: 1 });
  await undo(third);
  const logs = (await kit.contents.get((await kit.holes.get(id))?.body.content.sha256 ?? '')).logs;
  expect(logs[0]?.curves[0]?.sha256).toBe(hashOf(density));
  expect(await kit.contents.curve(id, hashOf(density))).toBeDefined();
  pass(looseDays);
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(depths, density));
  // Imported twice within days: the later looks after what the earlier left.
  await bring('ZK1', logOf('a.las', sonic));
  pass(2);
  await bring('ZK1', logOf('a.las', neutron));
  pass(looseDays - 2);
  expect(await sweepCurves(kit)).toBe(0);
  pass(2);
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(depths, sonic, neutron));
});

test('a hole that was changed since is left alone', async () => {
  await send(depths, gamma, density);
  const first = await bring('ZK1', logOf('a.las', gamma));
  const id = await holeIdOf('ZK1');
  await undo(first);
  pass(1);
  await bring('ZK1', logOf('a.las', density));
  pass(looseDays - 1);
  expect(await sweepCurves(kit)).toBe(0);
  expect(curvesOf(id)).toEqual(namesOf(depths, gamma, density));
  // What brought it back is looked at on a day of its own.
  pass(1);
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(depths, density));
});

test('a copy that came lately stays, whatever names it', async () => {
  await send(depths, gamma);
  const first = await bring('ZK1', logOf('a.las', gamma));
  const id = await holeIdOf('ZK1');
  await undo(first);
  pass(looseDays);
  // As a step of an import does before its hole names the curve.
  await kit.contents.takeCurve(id, hashOf(gamma));
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(gamma));
});

test('of a hole that was approved or withdrawn meanwhile the curves go as long after that', async () => {
  await send(depths, gamma, density);
  await bring('ZK1', logOf('a.las', gamma));
  const second = await bring('ZK1', logOf('a.las', density));
  const id = await holeIdOf('ZK1');
  pass(10);
  const item = await kit.holes.get(id);
  if (item === undefined) throw new Error('no hole');
  // As an approval does: another version, of which no import can be undone any more.
  await kit.holes.change(item, item.body, { action: 'test', by: { worker: 'test' } });
  await undo(second);
  pass(looseDays - 10);
  expect(await sweepCurves(kit)).toBe(0);
  expect(curvesOf(id)).toEqual(namesOf(depths, gamma, density));
  pass(looseDays - 1);
  expect(await sweepCurves(kit)).toBe(0);
  pass(1);
  expect(await sweepCurves(kit)).toBe(1);
  expect(curvesOf(id)).toEqual(namesOf(depths, density));
});
