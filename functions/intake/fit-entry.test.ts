import type { Finding } from '@geoarchive/contract/shared.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { FileEntry } from './file-pages.ts';
import { fileReportRow, readFileReport } from './file-reports.ts';
import { entryBytes, fitEntry } from './fit-entry.ts';
import { depositId, type IntakeKit, intakeKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: IntakeKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await intakeKit(tables);
});

const findingOf = (n: number, severity: Finding['severity'] = 'warning', words = 400): Finding => ({
  code: `finding-${n}`,
  severity,
  message: { zh: '坏'.repeat(words), en: 'b'.repeat(words) },
  at: `第 ${n} 行`,
});
/** The largest entry there can be: a path at its limit, every field set, more findings than are shown. */
const largest = (no: number): FileEntry => ({
  no,
  path: `${`${'层'.repeat(limits.nameLength - 5)}/`.repeat(3)}${'名'.repeat(limits.pathLength - 753)}`,
  size: limits.fileBytes,
  declaredSha256: 'a'.repeat(64),
  state: 'inspected',
  sequencer: '0'.repeat(24),
  versionId: 'v'.repeat(32),
  etag: 'e'.repeat(40),
  sha256: 'b'.repeat(64),
  format: {
    id: 'geotiff',
    name: 'GeoTIFF 地理参考影像（分块、压缩）',
    mime: 'image/tiff; application=geotiff',
  },
  findings: [...Array(20).keys()].map((n) => findingOf(n, n === 7 ? 'error' : 'warning')),
});

describe('a page of the largest entries', () => {
  test('is stored, with the gravest finding of each', async () => {
    const all = Array.from({ length: limits.filesPerPage }, (_, at) => largest(at + 1));
    expect(all[0]?.path).toHaveLength(limits.pathLength);
    const stored = await kit.pages.setEntries(depositId, 1, all);
    expect(stored).toHaveLength(limits.filesPerPage);
    for (const { findings } of stored)
      expect(findings[0]).toMatchObject({ code: 'finding-7', severity: 'error' });
  });
  test('leaves room for the upload id that each gets later', async () => {
    const all = Array.from({ length: limits.filesPerPage }, (_, at) => largest(at + 1));
    await kit.pages.setEntries(depositId, 1, all);
    for (const { no } of all) await kit.pages.claimUpload(depositId, no, 'u'.repeat(200));
    expect((await kit.pages.readPages(depositId, [1])).get(1)?.[99]?.uploadId).toHaveLength(200);
  });
});

describe('what a page keeps of an entry', () => {
  const finding = fc.record({
    code: fc.string({ maxLength: 100 }),
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: fc.record({ zh: fc.string({ unit: 'binary' }), en: fc.string({ maxLength: 3000 }) }),
  });
  test('is never more than its share, and leaves everything but findings as it was', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 12 }), fc.nat(limits.pathLength), (findings, length) => {
        const entry = { ...largest(1), path: '路'.repeat(length), findings };
        const kept = fitEntry(entry);
        expect(Buffer.byteLength(JSON.stringify(kept))).toBeLessThanOrEqual(entryBytes);
        expect({ ...kept, findings }).toEqual(entry);
        expect(kept.findings.length).toBeLessThanOrEqual(5);
      }),
    );
  });
  test('of an ordinary file are its findings in their own words', () => {
    const findings = [findingOf(1, 'info', 30), findingOf(2, 'error', 30), findingOf(3, 'warning', 30)];
    const kept = fitEntry({ ...largest(1), path: 'a.tif', findings });
    expect(kept.findings).toEqual([findings[1], findings[2], findings[0]]);
  });
});

test('the report on a file keeps what fits its row', async () => {
  const findings = [...Array(5000).keys()].map((n) => findingOf(n));
  const metadata = { text: '文'.repeat(60_000) };
  await kit.table.writeMany([fileReportRow(depositId, 1, { findings, metadata })]);
  const stored = await readFileReport(kit.table, depositId, 1);
  expect(stored.findings.length).toBeGreaterThan(50);
  expect(stored.findings).toEqual(findings.slice(0, stored.findings.length));
  expect(stored.metadata).toEqual(metadata);
});
