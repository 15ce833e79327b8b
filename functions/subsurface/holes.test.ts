import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { events } from '@geoarchive/contract/events.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import type { Hole, Log } from '@geoarchive/domain/subsurface/hole.ts';
import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import type { SearchEngine } from '@geoarchive/search/port.ts';
import { type SnapshotKit, snapshotKit } from '@geoarchive/search/testing/snapshot-kit.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { figureStore } from '../catalogue/figure-store.ts';
import { publicHoleStore } from '../catalogue/hole-store.ts';
import { ingestBundles } from '../catalogue/ingest.ts';
import { publicNoticeStore } from '../catalogue/notice-store.ts';
import { recordStore } from '../catalogue/record-store.ts';
import { submissionStore } from '../catalogue/submission-store.ts';
import { heldGrants } from '../delivery/grant-store.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { indexHoles, rebuildHoles } from './index-worker.ts';
import { sendHole } from './send.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
let index: SnapshotKit;
let engine: SearchEngine;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
  index = await snapshotKit();
  engine = index.reader();
  kit.lookIn(engine);
});

const header = {
  hole: 'ZK0101',
  holeType: 'geological',
  crs: '4490',
  x: 114.123456,
  y: 30.654321,
  finalDepth: 320,
  secrecy: 'public',
} as const;
const layers = [
  { from: 0, to: 12, rock: '粉质黏土', stratum: 'Q4' },
  { from: 12, to: 320, rock: '花岗岩' },
];
const holeOf = (more: Partial<Hole['header']> = {}, rest: Partial<Hole> = {}): Hole => ({
  header: { ...header, ...more },
  children: { ...noChildren, layers },
  logs: [],
  attachments: [],
  ...rest,
});

const valuesOf = (...numbers: number[]) => new Uint8Array(new Float64Array(numbers).buffer);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const depths = valuesOf(1, 2, 3);
const gamma = valuesOf(80, Number.NaN, 95.5);
const log: Log = {
  ...{ id: 'log-1', file: 'ZK0101.las', format: 'las', indexUnit: 'M', parameters: [] },
  index: { mnemonic: 'DEPT', unit: 'm', sha256: hashOf(depths), samples: 3, top: 1, base: 3 },
  curves: [{ mnemonic: 'GR', unit: 'API', sha256: hashOf(gamma), samples: 3, top: 1, base: 3 }],
};
const putCurve = (values: Uint8Array, sha256 = hashOf(values)) =>
  kit.as('keeper', {
    method: 'PUT',
    path: `/subsurface/curves/${sha256}`,
    body: { values: gzipSync(values).toString('base64') },
  });

/** Lets the index hear all that was told, once. */
const listen = async () => {
  const told = (await eventsIn(tables, kit.table)).filter(
    ({ type }) => type === 'HolesRecorded' || type === 'HoleMoved',
  );
  const deps = {
    holes: { some: kit.holes.some, all: () => kit.holes.all(['NGA', 'HB']) },
    writer: index.writer(),
  };
  const messages = told.map((event, at) => messageOf(event, 1, String(at)));
  expect(await indexHoles(deps, messages)).toEqual([]);
  return deps;
};

const bring = async (
  holes: readonly (Pick<Hole, 'header'> &
    Partial<Omit<Hole, 'children'> & { children: Partial<Hole['children']> }>)[],
  who: Staff = 'keeper',
  node = 'NGA',
  id = ulid(),
) => {
  const put = await kit.as(
    who,
    { method: 'PUT', path: `/subsurface/imports/${id}/batches/1`, body: { holes } },
    node,
  );
  expect(put).toMatchObject({ status: 200, body: { holes: holes.length } });
  const body = { batches: 1, subject: '钻孔.xlsx', ...(who === 'ministry' ? { node } : {}) };
  expect((await kit.as(who, { method: 'POST', path: `/subsurface/imports/${id}`, body }, node)).status).toBe(
    202,
  );
  await kit.work();
  await listen();
  return (await kit.as(who, { path: `/jobs/${id}` }, node)).body;
};
const listed = async (query: Record<string, string[]> = {}, who: Staff = 'keeper', node = 'NGA') =>
  (await kit.as(who, { path: '/subsurface/holes', query }, node)).body;
const items = async (...of: Parameters<typeof listed>): Promise<Record<string, unknown>[]> =>
  Object(await listed(...of)).items;
const only = async () => {
  const [item] = await items();
  return String(item?.['id']);
};
const counts = (of: object) => ({ created: 0, updated: 0, unchanged: 0, refused: 0, ...of });

describe('importing', () => {
  test('a hole is found by number, rock and filters, with the place derived and its children whole', async () => {
    expect(await bring([holeOf()])).toMatchObject({ state: 'done', counts: counts({ created: 1 }) });
    const [item] = await items({ q: ['花岗岩'], holeType: ['geological'], depthClass: ['300-500'] });
    expect(item).toMatchObject({
      header: { hole: 'ZK0101', x: 114.123456 },
      place: { longitude: 114.123456, latitude: 30.654321, method: 'as-given', accuracyMetres: 0 },
      counts: { layers: 2, logs: 0, survey: 0 },
      state: 'closed',
    });
    const content = await kit.as('keeper', { path: `/subsurface/holes/${await only()}/content` });
    expect(content.body).toMatchObject({ children: { layers, survey: [] }, logs: [] });
    expect(await items({ depthClass: ['to-100'] })).toEqual([]);
    expect(await listed()).toMatchObject({ facets: { holeType: [{ value: 'geological', count: 1 }] } });
  });

  test('the same number within 50 m is the same hole; further away it is another', async () => {
    await bring([holeOf()]);
    const near = await bring([holeOf({ y: 30.654621, finalDepth: 330, hole: 'zk 01-01' })]);
    expect(near).toMatchObject({ counts: counts({ updated: 1 }) });
    const far = await bring([holeOf({ y: 30.656 })]);
    expect(far).toMatchObject({ counts: counts({ created: 1 }) });
    expect(await items()).toHaveLength(2);
    expect(await bring([holeOf({ y: 30.656 })])).toMatchObject({ counts: counts({ unchanged: 1 }) });
  });

  test('what an input leaves out stays: headers alone take nothing from a hole', async () => {
    await bring([holeOf()]);
    const done = await bring([{ header: { ...header, finalDepth: 333 } }]);
    expect(done).toMatchObject({ counts: counts({ updated: 1 }) });
    const content = await kit.as('keeper', { path: `/subsurface/holes/${await only()}/content` });
    expect(content.body).toMatchObject({ children: { layers } });
    expect(await items()).toMatchObject([{ header: { finalDepth: 333 }, counts: { layers: 2 } }]);
  });
  test('a kind of children that is left out stays, an empty one is emptied', async () => {
    await bring([holeOf()]);
    const id = await only();
    const { children: _, ...rest } = holeOf();
    const samples = [{ sample: 'H1', from: 1, to: 2 }];
    const childrenOf = async () =>
      (await kit.as('keeper', { path: `/subsurface/holes/${id}/content` })).body['children'];
    await bring([{ ...rest, children: { samples } }]);
    expect(await childrenOf()).toMatchObject({ layers, samples });
    await bring([{ ...rest, children: { layers: [] } }]);
    expect(await childrenOf()).toMatchObject({ layers: [], samples });
  });

  test('a table that says less takes nothing from the header; a place is taken whole from one of them', async () => {
    await bring([holeOf({ project: '某矿区', protectedUntil: '2030-12-31' })]);
    const { crs: _, ...plain } = header;
    await bring([{ header: { ...plain, crs: '4326', x: 114.1235, finalDepth: 330 } }]);
    expect(await items()).toMatchObject([
      {
        header: {
          project: '某矿区',
          protectedUntil: '2030-12-31',
          crs: '4326',
          x: 114.1235,
          finalDepth: 330,
        },
        counts: { layers: 2 },
      },
    ]);
  });

  test('of what was taken back only what is brought anew comes again, and a log is not held up by it', async () => {
    const samples = [{ sample: 'H1', from: 1, to: 2 }];
    const first = await bring([holeOf({}, { children: { ...noChildren, layers, samples } })]);
    await kit.as('keeper', { method: 'POST', path: `/subsurface/imports/${String(first['id'])}/undo` });
    await kit.work();
    await bring([{ header, children: { layers } }]);
    expect(await items()).toMatchObject([{ counts: { layers: 2, samples: 0 } }]);
  });

  test('two of one number in one file, and in two imports at once, make one hole', async () => {
    const twice = await bring([holeOf(), holeOf({ finalDepth: 321 })]);
    expect(twice).toMatchObject({ counts: counts({ created: 1, updated: 1 }) });
    expect(await items()).toMatchObject([{ header: { finalDepth: 321 } }]);
  });

  test('a hole of another archive is not seen; the ministry names the archive', async () => {
    await bring([holeOf()], 'ministry', 'HB');
    expect(await items()).toEqual([]);
    expect(await items({}, 'keeper', 'HB')).toHaveLength(1);
    expect(await items({}, 'ministry')).toHaveLength(1);
    const wrong = await kit.as('keeper', {
      method: 'POST',
      path: `/subsurface/imports/${ulid()}`,
      body: { batches: 1, subject: 'x', node: 'HB' },
    });
    expect(wrong.status).toBe(403);
    const id = String((await items({}, 'keeper', 'HB'))[0]?.['id']);
    expect((await kit.as('keeper', { path: `/subsurface/holes/${id}` })).status).toBe(404);
  });

  test('state secrets are refused and named, the others come in', async () => {
    const done = await bring([holeOf({ secrecy: 'secret' }), holeOf({ hole: 'ZK2' })]);
    expect(done).toMatchObject({ counts: counts({ created: 1, refused: 1 }) });
    expect(String(done['notes'])).toContain('涉密');
    expect(JSON.stringify(await tables.all(kit.table))).not.toContain('"secret"');
  });

  test.each<[string, unknown]>([
    ['a column that no table has', { ...holeOf(), header: { ...header, depthh: 3 } }],
    [
      'a depth that is no number',
      { ...holeOf(), children: { ...noChildren, layers: [{ from: 'a', to: 2 }] } },
    ],
    ['a code of no list', holeOf({ holeType: 'moon' as 'other' })],
    ['no number', { ...holeOf(), header: { holeType: 'other' } }],
  ])('%s is refused at the door', async (_, wrong) => {
    const answer = await kit.as('keeper', {
      method: 'PUT',
      path: `/subsurface/imports/${ulid()}/batches/1`,
      body: { holes: [wrong] },
    });
    expect(answer.status).toBe(400);
  });

  test('the preview tells new from there already, and says how far apart they are', async () => {
    await bring([holeOf()]);
    const { body } = await kit.as('keeper', {
      method: 'POST',
      path: '/subsurface/holes/preview',
      body: {
        holes: [{ header: { ...header, y: 30.654421 } }, { header: { ...header, hole: 'NEW', crs: '?' } }],
      },
    });
    expect(body).toMatchObject({
      items: [
        { outcome: 'same', id: await only(), remarks: [] },
        { outcome: 'new', remarks: [{ code: 'no-place', severity: 'warning' }] },
      ],
    });
    expect(Object(body)['items'][0].metres).toBeCloseTo(11.12, 1);
  });
});

describe('undoing', () => {
  const undo = async (id: string) => {
    const started = await kit.as('keeper', { method: 'POST', path: `/subsurface/imports/${id}/undo` });
    expect(started.status).toBe(202);
    await kit.work();
    await listen();
    return (await kit.as('keeper', { path: `/jobs/${String(started.body['id'])}` })).body;
  };

  test('what an import made is taken back, what it changed is set back, what changed since is kept', async () => {
    await bring([holeOf(), holeOf({ hole: 'ZK2' }), holeOf({ hole: 'ZK3' })]);
    const second = ulid();
    await bring(
      [holeOf({ finalDepth: 400 }), holeOf({ hole: 'ZK2', finalDepth: 50 }), holeOf({ hole: 'ZK4' })],
      'keeper',
      'NGA',
      second,
    );
    await bring([holeOf({ hole: 'ZK2', finalDepth: 60 })]);
    expect(await undo(second)).toMatchObject({ state: 'done', counts: { removed: 1, restored: 1, kept: 1 } });
    const depths = Object.fromEntries(
      (await items()).map(({ header: of }) => [Object(of).hole, Object(of).finalDepth]),
    );
    expect(depths).toEqual({ ZK0101: 320, ZK2: 60, ZK3: 320 });
  });

  test('a hole taken back comes again under its old id', async () => {
    const first = ulid();
    await bring([holeOf()], 'keeper', 'NGA', first);
    const id = await only();
    await undo(first);
    expect(await items()).toEqual([]);
    expect((await kit.as('keeper', { path: `/subsurface/holes/${id}` })).status).toBe(404);
    expect(await bring([holeOf()])).toMatchObject({ counts: counts({ created: 1 }) });
    expect(await only()).toBe(id);
  });
});

describe('curves', () => {
  test('their values come back bit by bit, and only of the hole that has them', async () => {
    expect((await putCurve(depths)).status).toBe(200);
    expect((await putCurve(gamma)).status).toBe(200);
    expect(
      await kit.as('keeper', {
        method: 'POST',
        path: '/subsurface/curves/missing',
        body: { sha256: [hashOf(gamma), 'f'.repeat(64)] },
      }),
    ).toMatchObject({ body: { missing: ['f'.repeat(64)] } });
    await bring([holeOf({}, { logs: [log] }), holeOf({ hole: 'OTHER' })]);
    const [item] = await items({ curve: ['GR'] });
    expect(item).toMatchObject({ logs: [{ curves: [{ mnemonic: 'GR', top: 1, base: 3 }] }] });
    const read = (id: unknown) =>
      kit.as('keeper', {
        path: `/subsurface/holes/${String(id)}/curves/${hashOf(gamma)}`,
        headers: { Accept: 'application/octet-stream' },
      });
    const { answer } = await read(item?.['id']);
    expect(answer.statusCode).toBe(200);
    expect(Buffer.from(answer.body, 'base64').equals(Buffer.from(gamma))).toBe(true);
    const count = async (query: Record<string, string[]>) => (await items(query)).length;
    // Several kinds, or curves, must all be there; depths are those of the log.
    expect(await count({ part: ['layers'] })).toBe(2);
    expect(await count({ part: ['layers', 'logs'] })).toBe(1);
    expect(await count({ part: ['logs', 'survey'] })).toBe(0);
    expect(await count({ curve: ['gr'], curveFrom: ['1'], curveTo: ['3'] })).toBe(1);
    expect(await listed({ curve: ['gr'], curveFrom: ['1'], curveTo: ['4'] })).toMatchObject({
      items: [],
      exact: false,
    });
    const [other] = await items({ q: ['OTHER'] });
    expect((await read(other?.['id'])).status).toBe(404);
  });

  test('a hole takes no more logs than it can be read with again', async () => {
    await putCurve(depths);
    await putCurve(gamma);
    const logs = (from: number) =>
      Array.from({ length: 60 }, (_, n) => ({ ...log, id: `${from + n}`, file: `${from + n}.las` }));
    await bring([holeOf({}, { logs: logs(0) })]);
    const done = await bring([{ header, logs: logs(60) }]);
    expect(done).toMatchObject({ counts: counts({ refused: 1 }) });
    expect(await items()).toMatchObject([{ counts: { logs: 60 } }]);
  });
  test('a log that says no more than the number goes to the hole of that number, whose header stays; another file’s log stays beside it', async () => {
    await putCurve(depths);
    await putCurve(gamma);
    await bring([holeOf({ project: '某矿区' }, { logs: [log] })]);
    const id = await only();
    const by = (file: string) => ({
      header: { hole: header.hole, holeType: 'other' as const, contractor: '测井队' },
      ...{ lesser: true, logs: [{ ...log, id: file, file }] },
    });
    expect(await bring([by('b.las')])).toMatchObject({ counts: counts({ updated: 1 }) });
    expect(await bring([by('b.las')])).toMatchObject({ counts: counts({ unchanged: 1 }) });
    const [item] = await items();
    expect(item).toMatchObject({
      id,
      header: { ...header, project: '某矿区', contractor: '测井队' },
      logs: [{ file: log.file }, { file: 'b.las' }],
      counts: { layers: 2, logs: 2 },
    });

    await bring([holeOf({ x: 120, project: '另一矿区' })]);
    const done = await bring([by('c.las')]);
    expect(done).toMatchObject({ counts: counts({ refused: 1 }) });
    expect(String(done['notes'])).toContain('几个同号钻孔');
    const { header: only1, lesser } = by('c.las');
    const previewed = await kit.as('keeper', {
      ...{ method: 'POST', path: '/subsurface/holes/preview' },
      body: { holes: [{ header: only1, lesser }, { header }] },
    });
    expect(previewed.body).toMatchObject({
      items: [
        { outcome: 'refused', remarks: [{ code: 'several-of-number' }, {}] },
        { outcome: 'same', id },
      ],
    });
  });
  test('values under a false name are refused; a hole whose curves were not sent does not come in', async () => {
    expect((await putCurve(gamma, 'a'.repeat(64))).status).toBe(400);
    const done = await bring([holeOf({}, { logs: [log] })]);
    expect(done).toMatchObject({ counts: counts({ refused: 1 }) });
    expect(String(done['notes'])).toContain('2 条曲线');
  });
});

describe('exporting', () => {
  const start = (query: Record<string, string[]>, who: Staff = 'keeper', node = 'NGA', id = ulid()) =>
    kit.as(who, { method: 'POST', path: `/subsurface/exports/${id}`, query }, node);
  const piece = (id: string, no: number, who: Staff = 'keeper') =>
    kit.as(who, {
      path: `/subsurface/exports/${id}/parts/${no}`,
      headers: { Accept: 'application/octet-stream' },
    });

  test('what is found comes whole, piece by piece, to who asked for it alone', async () => {
    await bring(Array.from({ length: 70 }, (_, n) => holeOf({ hole: `A${n}`, x: 100 + n / 10 })));
    await bring(Array.from({ length: 70 }, (_, n) => holeOf({ hole: `B${n}`, x: 110 + n / 10 })));
    await bring([holeOf({ hole: 'elsewhere', holeType: 'geothermal' })]);
    const { status, body } = await start({ holeType: ['geological'] });
    expect([status, body]).toMatchObject([202, { kind: 'hole-export', total: 140 }]);
    await kit.work();
    const id = String(body['id']);
    expect((await kit.as('keeper', { path: `/jobs/${id}` })).body).toMatchObject({
      state: 'done',
      counts: { written: 140, leftOut: 0 },
    });
    const { parts } = Object((await kit.as('keeper', { path: `/subsurface/exports/${id}` })).body);
    expect(parts).toMatchObject([
      { no: 1, holes: 100 },
      { no: 2, holes: 40 },
    ]);
    const packed = await Promise.all([1, 2].map((no) => piece(id, no)));
    // One after the other they are one gzip file.
    const text = gunzipSync(
      Buffer.concat(packed.map(({ answer }) => Buffer.from(answer.body, 'base64'))),
    ).toString('utf8');
    const lines = text.trimEnd().split('\n');
    expect(lines).toHaveLength(140);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ header: { hole: 'A0' }, children: { layers } });
    expect((await piece(id, 3)).status).toBe(404);
    expect((await piece(id, 1, 'secrecy')).status).toBe(404);
    expect((await kit.as('secrecy', { path: `/subsurface/exports/${id}` })).status).toBe(404);
    // The bucket forgets it then, and nobody is given an empty file.
    kit.time.now = new Date(kit.time.now.getTime() + 30 * 24 * 3600 * 1000);
    const late = await kit.as('keeper', { path: `/subsurface/exports/${id}` });
    expect([late.status, JSON.stringify(late.body)]).toEqual([404, expect.stringContaining('30 days')]);
  });

  test('another archive’s holes are not in it, and nothing found is no export', async () => {
    await bring([holeOf()]);
    expect((await start({}, 'keeper', 'HB')).status).toBe(422);
    expect((await start({ q: ['nowhere'] })).status).toBe(422);
  });
});

test('its column is printed to scale; one that would take too many pages is refused with what to do', async () => {
  await bring([holeOf(), holeOf({ hole: 'DEEP', finalDepth: 9000 })]);
  const print = async (q: string, query: Record<string, string[]>) => {
    const [item] = await items({ q: [q] });
    const path = `/documents/holes/${String(item?.['id'])}/column`;
    return kit.as('keeper', { path, query, headers: { Accept: 'application/pdf' } });
  };
  const { answer } = await print('ZK0101', { scale: ['500'], paper: ['A3'] });
  expect(answer.headers?.['content-type']).toBe('application/pdf');
  const { pages, sizes } = await readPdf(new Uint8Array(Buffer.from(answer.body, 'base64')));
  expect(sizes[0]).toEqual([842, 1191]);
  expect(pages.join('').replaceAll(/\s/g, '')).toContain('粉质黏土');
  expect(await print('DEEP', { scale: ['200'] })).toMatchObject({ status: 400 });
});

describe('release', () => {
  const post = (who: Staff, id: string, act: string, body: object = { reason: '审查' }) =>
    kit.as(who, { method: 'POST', path: `/subsurface/holes/${id}/${act}`, body });
  const portal = async () => {
    const table = await tables.fresh();
    // A bucket that knows the inbox, as S3 does.
    const files = kit.intake;
    const clock = kit.clock;
    return {
      ...{ table, clock, files, inbox: kit.inbox, releaseKey: kit.releaseKey, ingests: memoryQueue() },
      records: recordStore(table, clock),
      holes: publicHoleStore(table, clock),
      notices: publicNoticeStore(table, clock),
      submissions: submissionStore(table),
      figures: figureStore(table, clock),
      held: heldGrants(table, clock),
      delivery: memoryBucket('delivery'),
    };
  };
  /** Lets the release worker and the portal do what was told since. */
  const carry = async (to: Awaited<ReturnType<typeof portal>>) => {
    const before = new Set(kit.inbox.keys());
    for (const { type, data } of await eventsIn(tables, kit.table))
      if (type === 'HoleMoved') await sendHole(kit, events.HoleMoved.data.parse(data));
    for (const key of kit.inbox.keys())
      if (key.endsWith('manifest.json') && !before.has(key))
        await ingestBundles(to, messageOf({ Records: [{ s3: { object: { key } } }] }));
  };

  test('four eyes; the place is rounded, only released kinds cross, a withdrawal leaves nothing', async () => {
    await putCurve(depths);
    await putCurve(gamma);
    const samples = [{ sample: 'H1', from: 1, to: 2 }];
    await bring([holeOf({}, { logs: [log], children: { ...noChildren, layers, samples } })]);
    const id = await only();
    const outside = await portal();
    expect(
      (await post('keeper', id, 'propose', { parts: ['layers', 'logs'], reason: '公开' })).body,
    ).toMatchObject({
      state: 'proposed',
    });
    expect((await post('keeper', id, 'approve', {})).status).toBe(403);
    expect((await post('secrecy', id, 'approve', {})).body).toMatchObject({ state: 'releasing' });
    await carry(outside);
    const held = await outside.holes.get(id);
    expect(held).toMatchObject({
      hole: 'ZK0101',
      place: { longitude: 114.123, latitude: 30.654, step: 0.001 },
      parts: ['layers', 'logs'],
      counts: { layers: 2, logs: 1, samples: 0 },
      access: 'open',
    });
    const all = JSON.stringify(await tables.all(outside.table)) + (await texts(outside.files));
    expect(all).not.toContain('114.123456');
    expect(all).not.toContain('"H1"');
    expect(all).toContain('粉质黏土');
    expect(outside.files.keys()).toContain(`files/holes/${id}/1/curves/${hashOf(gamma)}.f64.gz`);
    expect((await kit.as('keeper', { path: `/subsurface/holes/${id}` })).body).toMatchObject({
      state: 'released',
    });
    expect(await auditOf(tables, kit.table, id)).toEqual(
      expect.arrayContaining(['hole.import', 'hole.propose', 'hole.approve', 'hole.publish']),
    );

    await post('secrecy', id, 'withdraw');
    await carry(outside);
    expect(await outside.holes.get(id)).toBeUndefined();
    expect(outside.files.keys()).toEqual([]);
    expect(JSON.stringify(await tables.all(outside.table))).not.toContain('ZK0101');
  });

  test('whoever proposed does not decide, even with both roles', async () => {
    await bring([holeOf()]);
    const id = await only();
    await post('secrecy', id, 'propose', { parts: [], reason: '目录' });
    expect(await post('secrecy', id, 'approve', {})).toMatchObject({ status: 403 });
    expect((await post('secrecy', id, 'refuse')).status).toBe(403);
  });

  test.each<[string, Partial<Hole['header']>, string[], number]>([
    ['a hole that nobody called public', { secrecy: undefined }, [], 422],
    ['an internal one', { secrecy: 'internal' }, [], 422],
    ['children of a protected one', { protectedUntil: '2027-01-01' }, ['layers'], 422],
    ['the header of a protected one', { protectedUntil: '2027-01-01' }, [], 200],
    ['one whose protection is over', { protectedUntil: '2026-11-21' }, ['layers'], 200],
  ])('%s: %#', async (_, more, parts, status) => {
    await bring([holeOf(more)]);
    const answer = await post('keeper', await only(), 'propose', { parts, reason: '公开' });
    expect(answer.status).toBe(status);
  });

  test('limits of a kind of children hold it back alone; a dossier holds its holes back', async () => {
    await bring([holeOf()]);
    const id = await only();
    const put = (body: object) =>
      kit.as('keeper', { method: 'PUT', path: `/subsurface/holes/${id}/limits`, body });
    expect((await put({ limits: { layers: { secrecy: 'internal' } } })).status).toBe(200);
    expect((await post('keeper', id, 'propose', { parts: ['layers'], reason: 'x' })).status).toBe(422);
    const dossier = await kit.dossier({ protectedUntil: '2027-05-01' });
    expect((await put({ limits: {}, dossierId: dossier })).body).toMatchObject({
      bars: { header: [], parts: { layers: [{ code: 'protected' }] } },
    });
    const others = await kit.dossier({ node: 'HB' });
    expect((await put({ limits: {}, dossierId: others })).status).toBe(404);
  });

  test('what an event says twice is sent once', async () => {
    await bring([holeOf()]);
    const id = await only();
    await post('keeper', id, 'propose', { parts: ['layers'], reason: '公开' });
    await post('secrecy', id, 'approve', {});
    await Promise.all([
      sendHole(kit, { holeId: id, state: 'releasing' }),
      sendHole(kit, { holeId: id, state: 'releasing' }),
    ]);
    await sendHole(kit, { holeId: id, state: 'releasing' });
    expect((await kit.holes.get(id))?.state).toBe('released');
    expect((await auditOf(tables, kit.table, id)).filter((act) => act === 'hole.publish')).toHaveLength(1);
  });
});

const texts = async (files: { keys(): string[]; readAll(key: string): Promise<Uint8Array | undefined> }) =>
  (
    await Promise.all(
      files.keys().map(async (key) => Buffer.from((await files.readAll(key)) ?? []).toString()),
    )
  ).join('\n');

test('the index is built anew from the table, without what was taken back', async () => {
  await bring([holeOf(), holeOf({ hole: 'ZK2' })]);
  const fresh = await snapshotKit();
  await rebuildHoles({
    holes: { some: kit.holes.some, all: () => kit.holes.all(['NGA', 'HB']) },
    writer: fresh.writer(),
  });
  expect(await fresh.ids()).toHaveLength(2);
  await fresh.close();
});
