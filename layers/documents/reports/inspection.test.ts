import { checklists } from '@geoarchive/domain/custody/checklists.ts';
import { expect, jest, test } from '@jest/globals';
import { packageFonts } from '../testing/fonts.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { type InspectionReport, inspectionPdf } from './inspection.ts';

jest.setTimeout(60_000);
const png =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photo = '01KAJ5M7N8P9Q0R1S2T3V4W5Y1';
const report: InspectionReport = {
  custodian: { zh: '中国石油天然气集团有限公司', en: 'CNPC' },
  asOf: '2026-12-05T02:00:00.000Z',
  rectifications: [{ number: 'JC-CNPC-2026-001-ZG01', due: '2027-01-31', text: '岩心箱破损', state: 'open' }],
  inspection: {
    ...{ id: photo, version: 4, state: 'done', moves: [], mayInspect: false, late: false },
    ...{ custodian: 'CNPC', node: 'CNPC', authority: 'ministry', checklist: 'physical', checklistVersion: 1 },
    ...{ number: 'JC-CNPC-2026-001', title: '岩心库检查', plannedOn: '2026-12-01', archive: 'NGA' },
    ...{ plannedBy: '部', photos: [], rectifications: [], said: [] },
    items: [...(checklists[1]?.items ?? [])],
    results: {
      answers: { 'ST-1': { result: 'partly', note: '湿度偏高' } },
      findings: [{ id: photo, text: '岩心箱破损', severity: 'major', photos: [photo] }],
      conclusion: '总体良好，限期整改。',
    },
    done: { by: '检查员', at: '2026-12-01T08:00:00.000Z' },
    score: { total: 85, groups: [{ group: 'storage', score: 87.5 }] },
  },
};

test.each(['zh', 'en'] as const)('the report in %s says what was found, with its photo', async (language) => {
  const pdf = await inspectionPdf(report, [{ id: photo, url: png }], language, packageFonts());
  const text = (await readPdf(pdf)).pages.join('').replaceAll(/\s/g, '');
  for (const said of ['JC-CNPC-2026-001', '岩心库检查', '湿度偏高', '岩心箱破损', '总体良好', '87.5'])
    expect(text).toContain(said.replaceAll(' ', ''));
  expect(text).toContain(language === 'zh' ? '委托保管检查报告' : 'Reportofaninspection');
});
