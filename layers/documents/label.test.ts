import { expect, jest, test } from '@jest/globals';
import { renderLabel } from './label.ts';
import { packageFonts } from './testing/fonts.ts';
import { readPdf } from './testing/read-pdf.ts';

jest.setTimeout(60_000);

test.each([
  ['a short title', '某地金矿勘探报告'],
  ['a long one', '某省某市某县某矿区某金矿床勘探地质报告及其附图附表附件'.repeat(8)],
])('a label with %s is one page of 80 × 50 mm and says what it must', async (_, title) => {
  const of = { number: 'JY-NGA-2026-000001', mark: 'd00000001-岩心箱-12', title, due: '2026-12-10' };
  const { pages, sizes } = await readPdf(
    await renderLabel({ ...of, borrower: '李四', unit: '某地质勘查院' }, packageFonts()),
  );
  expect(sizes).toEqual([[227, 142]]);
  const text = (pages[0] ?? '').replaceAll(/\s/g, '');
  for (const said of [of.number, of.mark, '李四', '某地质勘查院', of.due, title.slice(0, 8)])
    expect(text).toContain(said);
});
