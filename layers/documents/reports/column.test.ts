import { sampleHole } from '@geoarchive/drawings/testing/sample-hole.ts';
import { withDocument } from '@geoarchive/formats/pdf/document.ts';
import { bytesSource } from '@geoarchive/formats/sources.ts';
import { describe, expect, jest, test } from '@jest/globals';
import { packageFonts } from '../testing/fonts.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { columnPdf } from './column.ts';

jest.setTimeout(60_000);
const print = (depth = 100, more = {}) =>
  columnPdf(sampleHole(depth), { scale: 500, paper: 'A4', language: 'zh', ...more }, packageFonts());
const millimetres = 25.4 / 72;

/** Where texts stand on the first page, in millimetres from its foot. */
const placesOf = (pdf: Uint8Array) =>
  withDocument(bytesSource('column.pdf', pdf), undefined, async (document) => {
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    return items.flatMap((item) =>
      'str' in item ? [{ said: item.str, y: Number(item.transform[5]) * millimetres }] : [],
    );
  });

describe('the column as PDF', () => {
  test('is in Chinese, with embedded fonts, on A4', async () => {
    const pdf = await print();
    const { pages, sizes } = await readPdf(pdf);
    expect(sizes).toEqual([[595, 842]]);
    const text = pages.join('').replaceAll(/\s/g, '');
    for (const said of [
      'ZK0101钻孔柱状图',
      '某铜铁矿区补充勘探',
      '岩性描述',
      '黑云母二长花岗岩',
      '图例',
      '1:500',
    ])
      expect(text).toContain(said);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('NotoSansSC-Regular');
    expect(raw).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });

  test.each([
    [500, 'A4', 100],
    [200, 'A3', 60],
  ] as const)('1:%d on %s is true to scale', async (scale, paper, depth) => {
    const places = await placesOf(await print(depth, { scale, paper }));
    const ruler = (metres: number) => places.find(({ said }) => said === String(metres))?.y ?? 0;
    // Numbers of the ruler stand beside their strokes; those at the ends are moved off the frame.
    expect(ruler(10) - ruler(50)).toBeCloseTo((40 * 1000) / scale, 0);
  });

  test('100 m at 1:500 are 200 mm of paper', async () => {
    const places = await placesOf(await print());
    const ys = [5, 95].map((metres) => places.find(({ said }) => said === String(metres))?.y ?? 0);
    const [top = 0, bottom = 0] = ys;
    expect(((top - bottom) / 90) * 100).toBeCloseTo(200, 0);
  });

  test('runs over pages with its heads on each', async () => {
    const { pages, sizes } = await readPdf(await print(300, { scale: 200 }));
    expect(pages.length).toBeGreaterThan(6);
    for (const size of sizes) expect(size).toEqual([595, 842]);
    for (const page of pages.slice(0, -1)) expect(page.replaceAll(/\s/g, '')).toContain('岩性描述');
    expect(pages.at(-1)?.replaceAll(/\s/g, '')).toContain(`第${pages.length}页，共${pages.length}页`);
  });

  test('a character without a glyph is spelt', async () => {
    const hole = sampleHole();
    const pdf = await columnPdf(
      { ...hole, header: { ...hole.header, project: '🪨矿区' } },
      { scale: 'fit', paper: 'A3', language: 'en' },
      packageFonts(),
    );
    const { pages, sizes } = await readPdf(pdf);
    expect(sizes[0]).toEqual([842, 1191]);
    expect(pages.join('')).toContain('〔U+1FAA8〕矿区');
  });
});
