import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { holes } from '@geoarchive/contract/routes.ts';
import { jobEnd } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { looseDays } from '../../functions/subsurface/loose-curves.ts';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(240_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(async () => {
  await inside.resetClock();
  inside.close();
});

const dayMs = 24 * 3600 * 1000;
const values = Buffer.from(new Float64Array([1, 2, 3]).buffer);
const sha256 = createHash('sha256').update(values).digest('hex');
const curve = { mnemonic: 'DEPT', unit: 'm', sha256, samples: 3 };
const bucket = inside.named('archive/ArchiveBucket');
const curvesOf = (id: string) => inside.list(bucket, `holes/curves/${id}/`);

test('the daily run removes the curves of a hole that was taken back, with rights of its own, and no others', async () => {
  const keeper = await people.as('ARCHIVE_KEEPER');
  await keeper.call(holes.putHoleCurve, {
    params: { sha256 },
    body: { values: gzipSync(values).toString('base64') },
  });
  const bring = async (hole: string) => {
    const id = ulid();
    const log = { id: 'a', file: 'a.las', format: 'las', indexUnit: 'M', parameters: [] };
    await keeper.call(holes.putHoleBatch, {
      params: { id, no: 1 },
      body: {
        holes: [
          {
            header: { hole, holeType: 'geological' },
            logs: [{ ...log, index: curve, curves: [{ ...curve, mnemonic: 'X' }] }],
          },
        ],
      },
    });
    await keeper.call(holes.startHoleImport, { params: { id }, body: { batches: 1, subject: hole } });
    expect((await jobEnd(keeper, id)).counts['created']).toBe(1);
    const { items } = await until(
      () => keeper.call(holes.listHoles, { query: { q: hole } }),
      (found) => found.items.length === 1,
      60,
    );
    return { importId: id, holeId: items[0]?.id ?? '' };
  };
  const gone = await bring(`LC-A-${Date.now()}`);
  const stays = await bring(`LC-B-${Date.now()}`);
  const undone = await keeper.call(holes.undoHoleImport, { params: { id: gone.importId } });
  await jobEnd(keeper, undone.id);
  expect(await curvesOf(gone.holeId)).toHaveLength(1);
  await inside.advanceClock((looseDays + 1) * dayMs);
  await until(
    () => curvesOf(gone.holeId),
    (keys) => keys.length === 0,
    90,
  );
  expect(await curvesOf(stays.holeId)).toEqual([`holes/curves/${stays.holeId}/${sha256}.f64.gz`]);
});
