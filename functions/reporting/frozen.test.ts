import { gunzipSync, gzipSync } from 'node:zlib';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { textPartCodes } from '@geoarchive/domain/reporting/report.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type ArchiveKit, archiveKit, dossierBodyOf, type Staff } from '../archive/testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(240_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
const fresh = async (): Promise<void> => {
  kit = await archiveKit(tables);
  kit.settings.nodes = [
    { code: 'NGA', name: { zh: '全国馆', en: 'National' } },
    { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' },
  ];
  kit.time.now = new Date('2027-01-05T02:00:00.000Z');
};
beforeEach(fresh);

const reports = '/reporting/reports';
type Answer = { status: number; body: AnnualReport & { detail?: string } };
const as = async (who: Staff, path: string, request: object = {}, node = 'HB'): Promise<Answer> =>
  // The replies were checked against the contract by the router.
  (await kit.as(who, { path, ...request }, node)) as unknown as Answer;
const read = async (id: string): Promise<AnnualReport> => (await as('keeper', `${reports}/${id}`)).body;
const begin = async (year: number): Promise<string> => {
  const { body } = await as('keeper', reports, { method: 'POST', body: { year } });
  await kit.work();
  return body.id;
};
const enter = async (id: string, n: number, text?: string): Promise<void> => {
  const { version } = await read(id);
  await as('keeper', `${reports}/${id}/tables/T8`, {
    method: 'PUT',
    headers: { 'If-Match': `"${version}"` },
    body: {
      figures: [{ figure: 'T8.staff', n }],
      ...(text && { explanations: [{ figure: 'T8.staff', text }] }),
    },
  });
};
const move = async (who: Staff, id: string, body: object, node = 'HB'): Promise<Answer> => {
  const { version } = await read(id);
  const headers = { 'If-Match': `"${version}"` };
  return as(who, `${reports}/${id}/moves`, { method: 'POST', body, headers }, node);
};
const write = async (id: string): Promise<void> => {
  for (const part of textPartCodes) {
    const { version } = await read(id);
    const headers = { 'If-Match': `"${version}"` };
    await as('keeper', `${reports}/${id}/texts/${part}`, { method: 'PUT', headers, body: { text: part } });
  }
};
const objectsOf = async (id: string) =>
  (await as('keeper', `${reports}/${id}/figures/T3.dossiers/objects`)).body;

/** All that a report says: without how far it is, who may do what, and what it can be compared with. */
const said = async (id: string) => {
  const { state, version, moves, latest, job, computing, history, ...rest } = await read(id);
  return { ...rest, objects: await objectsOf(id) };
};

/** Two years, the later one signed with a jump that was explained by figures of the earlier, which is a draft still. */
const signedBesideDraft = async () => {
  const gone = await kit.dossier({ node: 'HB', acceptedAt: '2025-05-05T02:00:00.000Z' });
  const last = await begin(2025);
  await enter(last, 10);
  const id = await begin(2026);
  await enter(id, 40, '机构合并');
  await write(id);
  expect((await move('keeper', id, { move: 'sign' })).status).toBe(200);
  return { last, id, gone };
};

/** What may happen around a signed report afterwards. */
const later = {
  'last year is corrected': ({ last }) => enter(last, 35),
  'last year is signed': async ({ last }) => {
    await write(last);
    await move('keeper', last, { move: 'sign' });
  },
  'last year is returned': async ({ last }) => {
    await move('province', last, { move: 'return', reason: '再看' });
  },
  'a dossier comes': async () => {
    await kit.dossier({ node: 'HB', acceptedAt: '2025-06-06T02:00:00.000Z' });
  },
  'a dossier changes': async ({ gone }) => {
    const item = await kit.dossiers.get(gone);
    if (item === undefined) throw new Error('no dossier');
    const body = {
      ...dossierBodyOf({ node: 'HB', bytes: item.body.bytes + 7 }),
      secrecy: 'internal' as const,
    };
    await kit.dossiers.change(item, body, { action: 'test', by: { worker: 'test' } });
  },
  'figures are made anew': async ({ id, last }) => {
    for (const one of [id, last]) await as('keeper', `${reports}/${one}/figures`, { method: 'POST' });
    await kit.work();
  },
  'settings change': async () => {
    Object.assign(kit.settings, {
      reporting: { jumps: { percent: 1, least: 1 }, terms: { unitBy: '02-01', checkBy: '02-15' } },
      nodes: kit.settings.nodes.map((node) => ({ ...node, name: { zh: '新名', en: 'Renamed' } })),
    });
  },
  'it is checked': async ({ id }) => {
    await move('province', id, { move: 'check' });
  },
  'somebody tries to change it': ({ id }) => enter(id, 99, '改'),
} as const satisfies Record<string, (of: { last: string; id: string; gone: string }) => Promise<void>>;
type Later = keyof typeof later;

test('nothing that a signed report says changes, whatever happens to data, settings and the report of the year before', async () => {
  const steps = Object.keys(later) as Later[];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(steps, { minLength: 5 }), async (happening) => {
      await fresh();
      const of = await signedBesideDraft();
      const before = await said(of.id);
      expect(before.values['T8.staff']).toMatchObject({ n: 40, before: 10 });
      expect(before.before).toMatchObject({ id: of.last, year: 2025, state: 'draft' });
      for (const step of happening) {
        await later[step](of);
        expect([step, await said(of.id)]).toEqual([step, before]);
      }
    }),
    { numRuns: 6 },
  );
});

test('made anew it is compared: with the newest figures, and with what the year before says now', async () => {
  const of = await signedBesideDraft();
  for (const step of ['a dossier comes', 'last year is corrected', 'figures are made anew'] as const)
    await later[step](of);
  const { body } = await as('keeper', `${reports}/${of.id}/comparison`);
  expect(body).toMatchObject({
    intact: true,
    differences: expect.arrayContaining([{ figure: 'T3.dossiers', before: 1, now: 2 }]),
    beforeDifferences: expect.arrayContaining([
      { figure: 'T8.staff', before: 10, now: 35 },
      { figure: 'T3.dossiers', before: 1, now: 2 },
    ]),
  });
});

test('a report that was returned says how things stand, and signed again what it says then', async () => {
  const of = await signedBesideDraft();
  await enter(of.last, 20);
  await move('province', of.id, { move: 'return', reason: '核对上年' });
  expect((await read(of.id)).values['T8.staff']).toMatchObject({ n: 40, before: 20 });
  expect((await move('keeper', of.id, { move: 'sign' })).status).toBe(200);
  await enter(of.last, 30);
  expect((await read(of.id)).values['T8.staff']).toMatchObject({ n: 40, before: 20 });
});

test('what was changed behind the system is told: the figures as no longer intact, the objects are not shown', async () => {
  const { id } = await signedBesideDraft();
  const [run] = [(await read(id)).figures?.run];
  const keys = [...kit.archive.keys()].filter((key) => key.startsWith(`reports/runs/${run}/HB/`));
  expect(keys).toHaveLength(1);
  for (const key of keys) {
    const bytes = await kit.archive.readAll(key);
    const text = gunzipSync(bytes ?? new Uint8Array()).toString('utf8');
    await kit.archive.put(key, gzipSync(text.replaceAll('dossier', 'hole')), 'application/gzip');
  }
  const answer = await as('keeper', `${reports}/${id}/figures/T3.dossiers/objects`);
  expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('sealed')]);
});
