import type { AreaReport } from '@geoarchive/contract/area.ts';
import { expect, test } from '@jest/globals';
import { packageFonts } from '../testing/fonts.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { areaPdf } from './area.ts';

const none = { items: [], more: false };
const report = (cut: boolean): AreaReport => ({
  asOf: '2026-11-22T02:00:00.000Z',
  area: [
    [110, 30],
    [111, 30],
    [110, 31],
    [110, 30],
  ],
  ...{ open: none, protected: none, holes: none, coming: [], ask: [], keepers: [] },
  holeCounts: { byType: [{ type: 'geological', count: 3977 }], withCore: 12, withLogs: 7, cut },
});

test('figures of a search that stopped are the least there are', async () => {
  const said = async (cut: boolean) =>
    (await readPdf(await areaPdf(report(cut), 'en', await packageFonts()))).pages.join(' ');
  expect(await said(true)).toContain('≥ 3,977');
  expect(await said(false)).not.toContain('≥');
});
