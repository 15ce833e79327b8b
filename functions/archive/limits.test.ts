import { limits } from '@geoarchive/domain/limits.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { releaseDossier } from './release.ts';
import { type ArchiveKit, archiveKit } from './testing/kit.ts';

// A thousand pages are written and read.
jest.setTimeout(180_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

/** A path as long as one may be, of characters of three bytes. */
const longest = (no: number) =>
  `${`${'层'.repeat(limits.nameLength - 5)}/`.repeat(3)}${String(no).padStart(6, '0')}${'名'.repeat(limits.pathLength - 759)}`;
const replyLimit = 6 * 1024 ** 2;
const fileOf = (no: number, path: string) => ({
  no,
  path,
  size: limits.fileBytes,
  sha256: 'a'.repeat(64),
  crc64: 'c'.repeat(12),
  versionId: 'v'.repeat(32),
  key: `dossiers/01KAHZ6YB80000000000000001/v1/${String(no).padStart(6, '0')}`,
  format: { id: 'geotiff', name: 'GeoTIFF 地理参考影像', mime: 'image/tiff' },
  secrecy: 'public' as const,
});
const hundred = Array.from({ length: limits.filesPerPage }, (_, at) => at + 1);

describe('a page of 100 files with the longest paths', () => {
  test('of a dossier is stored and fits a reply', async () => {
    expect(longest(1)).toHaveLength(limits.pathLength);
    const id = await kit.dossier({ fileCount: 100 });
    await kit.dossierFiles.putPage(
      id,
      1,
      hundred.map((no) => fileOf(no, longest(no))),
    );
    const { body, answer } = await kit.as('keeper', { path: `/archive/dossiers/${id}/files` });
    expect(body['items']).toHaveLength(100);
    expect(Buffer.byteLength(answer.body)).toBeLessThan(replyLimit);
  });
  test('of a review is stored with what the deposit’s page kept of the findings', async () => {
    const id = await kit.review({ fileCount: 100 });
    const finding = {
      code: 'unreadable',
      severity: 'error' as const,
      message: { zh: '见文件报告。', en: 'See it.' },
    };
    const files = hundred.map((no) => ({
      ...fileOf(no, longest(no)),
      key: `files/01KAHZ6YB80000000000000001/${String(no).padStart(6, '0')}`,
      findings: [finding],
    }));
    await kit.reviewFiles.put(id, files, []);
    expect((await kit.as('checker', { path: `/archive/reviews/${id}/files` })).body['items']).toHaveLength(
      100,
    );
  });
});

describe('a dossier of 100 000 files', () => {
  const count = limits.filesPerDeposit;
  const pages = count / limits.filesPerPage;
  const put = async (id: string) => {
    const rows = Array.from({ length: pages }, (_, at) => ({
      pk: `dossier#${id}`,
      sk: `page#${String(at + 1).padStart(5, '0')}`,
      files: hundred.map((no) => fileOf(at * 100 + no, `${at * 100 + no}.txt`)),
    }));
    await kit.table.writeMany(rows);
  };

  test('can be proposed, approved and begun to be released whole, and shows in a short reply', async () => {
    const id = await kit.dossier({ fileCount: count });
    await put(id);
    const files = Array.from({ length: count }, (_, at) => at + 1);
    const proposed = await kit.as('keeper', {
      method: 'POST',
      path: `/archive/dossiers/${id}/release-proposal`,
      body: { files, note: '全部公开' },
    });
    expect(proposed.body).toMatchObject({ release: 'proposed', proposal: { files: count } });
    expect(proposed.answer.body.length).toBeLessThan(10_000);
    const page = await kit.as('secrecy', { path: `/archive/dossiers/${id}/files` });
    expect(page.body['items']).toContainEqual(
      expect.objectContaining({ no: 100, proposed: true, released: false }),
    );
    const decided = await kit.as('secrecy', {
      method: 'POST',
      path: `/archive/dossiers/${id}/release-decision`,
      body: { approve: true, note: '同意' },
    });
    expect(decided.body).toMatchObject({ release: 'releasing' });
    await releaseDossier(kit, { dossierId: id });
    expect(kit.releases.sent).toHaveLength(pages);
    const row = await kit.table.get({ pk: `dossier#${id}`, sk: 'item' });
    expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThan(100_000);
  });
  test('and one file more is refused by the schema', async () => {
    const id = await kit.dossier({ fileCount: count });
    const files = Array.from({ length: count + 1 }, (_, at) => at + 1);
    const path = `/archive/dossiers/${id}/release-proposal`;
    const { status } = await kit.as('keeper', { method: 'POST', path, body: { files, note: '多' } });
    expect(status).toBe(400);
  });
});
