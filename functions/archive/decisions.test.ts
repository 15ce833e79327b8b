import type { Secrecy } from '@geoarchive/domain/secrecy.ts';
import { functionSettings } from '@geoarchive/platform/environment.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { caller as calling, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveDeps, archiveStores } from './deps.ts';
import type { DossierBody } from './dossier-store.ts';
import { type DossierDeps, dossierRoutes } from './dossiers.ts';
import { overviewRoutes } from './overview.ts';
import { packNumbers } from './packed-numbers.ts';
import { taskRoutes } from './tasks.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
const settings = functionSettings({
  PLANE: 'archive',
  TABLE_NAME: 'test',
  AWS_REGION: 'local',
  SETTINGS: '{}',
});
const now = new Date('2026-11-22T02:00:00Z');
const at = { 'custom:node': 'NGA' };
const keeper = claimsOf('keeper', ['ARCHIVE_KEEPER'], at);
const officer = claimsOf('officer', ['SECRECY_OFFICER'], at);
const certifier = claimsOf('certifier', ['CERTIFICATE_OFFICER'], at);

const bodyOf = (more: Partial<DossierBody> = {}): DossierBody => ({
  title: '某地金矿普查报告',
  dataKind: 'result',
  dataClass: 'mineral-exploration',
  keywords: ['金矿'],
  authors: ['王立新'],
  language: '中文',
  minerals: ['金矿'],
  regions: [{ code: '420500', name: '湖北省宜昌市' }],
  bbox: [111.3, 30.7, 111.55, 30.87],
  sheets: ['H49E001001'],
  source: 'state-project',
  copyright: 'consented',
  earlyConsent: false,
  secrecy: 'public',
  depositId: ulid(),
  node: 'NGA',
  archiveNumber: 'd00000001',
  code: 'cgdoi.NGA/d00000001',
  submitter: 'DEMO-SURVEY',
  submitted: '2026-06-01',
  acceptedAt: '2026-06-02T02:00:00.000Z',
  fileCount: 1,
  bytes: 10,
  window: { earliest: '2026-06-01', latest: '2026-08-30' },
  releasedFiles: 0,
  releaseVersion: 0,
  releasedNumbers: '',
  overdueTold: false,
  ...more,
});

const archive = openBucket('archive', () => {
  throw new Error('No decision reads a file');
});
let tables: TestTables;
let deps: ArchiveDeps;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  deps = { ...archiveStores(await tables.fresh(), () => now), settings };
});

const api = () => {
  const { call } = calling(
    (): DossierDeps => ({ ...deps, archive }),
    [...dossierRoutes, ...overviewRoutes, ...taskRoutes],
  );
  return call;
};
const held = async (more: Partial<DossierBody> = {}, state: 'closed' | 'released' = 'closed') => {
  const id = ulid();
  await deps.dossiers.create(id, bodyOf(more), { action: 'test', by: { worker: 'test' } }, state);
  await deps.dossierFiles.putPage(id, 1, [
    {
      no: 1,
      path: 'a.csv',
      size: 10,
      sha256: 'a'.repeat(64),
      key: `dossiers/${id}/v1/000001`,
      secrecy: more.secrecy ?? 'public',
    },
  ]);
  return id;
};
const propose = (id: string, files: number[]) =>
  api()({
    method: 'POST',
    path: `/archive/dossiers/${id}/release-proposal`,
    claims: keeper,
    body: { files, note: '公开' },
  });
const decide = (id: string, approve: boolean) =>
  api()({
    method: 'POST',
    path: `/archive/dossiers/${id}/release-decision`,
    claims: officer,
    body: { approve, note: '复核' },
  });

describe('a refusal', () => {
  test('of a first proposal leaves the dossier closed', async () => {
    const id = await held();
    await propose(id, [1]);
    expect((await decide(id, false)).body).toMatchObject({ release: 'closed' });
  });

  test('of a change leaves public what is public, so that it can still be withdrawn', async () => {
    const id = await held(
      {
        releasedAt: '2026-07-01T00:00:00.000Z',
        releasedFiles: 1,
        releasedNumbers: packNumbers([1]),
        releaseVersion: 1,
      },
      'released',
    );
    await propose(id, []);
    const shown = await api()({ path: `/archive/dossiers/${id}`, claims: officer });
    expect(shown.body['moves']).toEqual(['keep', 'approve']);
    expect((await decide(id, false)).body).toMatchObject({
      release: 'released',
      moves: ['propose', 'withdraw'],
    });
  });
});

describe('the catalogue alone', () => {
  test.each<[string, Partial<DossierBody>]>([
    ['protected', { protectedUntil: '2030-01-01' }],
    ['copyright', { copyright: 'withheld' }],
    ['too early', { window: { earliest: '2027-01-01', latest: '2027-02-01' } }],
  ])('may be public where the files may not: %s', async (_, more) => {
    const id = await held(more);
    expect((await propose(id, [1])).status).toBe(422);
    expect((await propose(id, [])).status).toBe(200);
    expect((await decide(id, true)).body).toMatchObject({ release: 'releasing' });
  });

  test('may not where the dossier is not public', async () => {
    const id = await held({ secrecy: 'internal' });
    expect((await propose(id, [])).status).toBe(422);
  });
});

describe('the start page', () => {
  test('counts what is late of the own node only, and what no bar holds back', async () => {
    await held();
    await held({ node: 'HB' });
    await held({ protectedUntil: '2030-01-01' });
    await held({ releasedAt: '2026-07-01T00:00:00.000Z' }, 'released');
    await held({ releasedAt: '2026-07-01T00:00:00.000Z', releasedFiles: 1 }, 'released');
    const { body } = await api()({ path: '/archive/overview', claims: keeper });
    // The closed one, and the one of which only the catalogue is public.
    expect(body).toMatchObject({ releaseOverdue: 2, checkOverdue: 0 });
  });
});

describe('what is secret', () => {
  const secret = {
    secrecy: 'secret' as Secrecy,
    producer: '某大队',
    licenceNumber: 'T42000',
    stub: { carrierSlip: 'ZJ-1', place: '保密室 3 柜' },
  };
  test('shows to whoever is not entitled neither title nor place, mineral or people', async () => {
    const id = await held(secret);
    const { body } = await api()({ path: `/archive/dossiers/${id}`, claims: certifier });
    expect(body['title']).toBe('〔机密〕');
    const text = JSON.stringify(body);
    for (const word of ['金矿', '王立新', '420500', '111.3', 'H49E001001', '某大队', 'T42000', '保密室'])
      expect([word, text.includes(word)]).toEqual([word, false]);
  });
  test('shows to the entitled', async () => {
    const id = await held(secret);
    const { body } = await api()({ path: `/archive/dossiers/${id}`, claims: officer });
    expect(body).toMatchObject({ title: '某地金矿普查报告', stub: secret.stub });
  });
});
