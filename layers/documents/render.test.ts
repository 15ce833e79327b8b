import type { IssuedDocument } from '@geoarchive/contract/documents.ts';
import { documentKindCodes, documentKinds } from '@geoarchive/domain/documents.ts';
import { describe, expect, jest, test } from '@jest/globals';
import type { Printing } from './paper.ts';
import { qrText, renderDocument } from './render.ts';
import { sampleOf } from './samples.ts';
import { packageFonts } from './testing/fonts.ts';
import { pdfaFaults } from './testing/pdfa.ts';
import { readPdf } from './testing/read-pdf.ts';
import { readQr } from './testing/read-qr.ts';

// Longer than a test needs: layout of many pages on a loaded machine.
jest.setTimeout(60_000);
const nodeName = { zh: '全国地质资料馆', en: 'National Geological Archives' };
const print = (document: IssuedDocument, more: Partial<Printing> = {}) =>
  renderDocument({ document, void: false, language: 'zh', size: 'A4', nodeName, ...more }, packageFonts());
/** The text of a print, without the blanks that lines and columns put in. */
const textOf = async (document: IssuedDocument, more: Partial<Printing> = {}) => {
  const { pages } = await readPdf((await print(document, more)).pdf);
  return pages.join('').replaceAll(/\s/g, '');
};

describe.each(documentKindCodes)('%s', (kind) => {
  const document = sampleOf(kind);

  test.each(['zh', 'en'] as const)('says in %s what it was made from', async (language) => {
    const text = await textOf(document, { language });
    const name = documentKinds[kind].name[language].replaceAll(' ', '');
    const { title = '?', submitterName = '?' } = document.says;
    for (const said of [name, document.number, document.code, title, submitterName])
      expect(text).toContain(said);
    expect(text).toContain(nodeName[language].replaceAll(' ', ''));
  });

  test('is the same bytes again, and others when anything it says is', async () => {
    const [one, two] = [await print(document), await print(document)];
    expect(Buffer.from(one.pdf).equals(two.pdf)).toBe(true);
    const other = await print({ ...document, says: { ...document.says, title: '另一份报告' } });
    expect(Buffer.from(one.pdf).equals(other.pdf)).toBe(false);
  });

  test('is A3 when asked, and carries its fonts as PDF/A-2b', async () => {
    const { pdf } = await print(document, { size: 'A3' });
    expect((await readPdf(pdf)).sizes[0]).toEqual([842, 1191]);
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('NotoSansSC-Regular');
    expect(raw).toContain('/FontFile2');
    expect(raw).toMatch(/pdfaid:part>2<.+pdfaid:conformance>B</s);
    expect(raw).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
  });

  test.each(['A4', 'A3'] as const)(
    'carries on %s a QR code that can be read, and says where to check it',
    async (size) => {
      const { pdf } = await print(document, { size, portal: 'https://portal.example' });
      const { number, code } = document;
      expect(readQr(pdf)).toBe(qrText({ number, code }, 'https://portal.example'));
    },
  );

  // Not a validator: what can be seen of the file's structure without one.
  test('has nothing that PDF/A-2b forbids outright', async () => {
    expect(pdfaFaults((await print(document)).pdf)).toEqual([]);
    expect(pdfaFaults((await print(document, { void: true })).pdf)).toEqual([]);
  });

  test('tells across the page that it is void', async () => {
    expect(await textOf(document)).not.toContain('作废');
    expect(await textOf(document, { void: true })).toContain('作废');
    expect(await textOf(document, { void: true, language: 'en' })).toContain('VOID');
  });
});

describe('the papers of a chase', () => {
  test.each([
    ['demand-notice', ['2026年12月24日前汇交', 'T4200002010123210099999-t1', '第十条第一项', 'XM-2024-017']],
    ['submission-order', ['责令你单位于2027年2月23日前汇交', 'CJ-NGA-2026-000000', '第二十条', '送达']],
    ['penalty-notice', ['人民币20,000元', '2027年3月5日前陈述和申辩', '行政处罚法', '责令期限届满']],
    ['penalty-decision', ['处以罚款人民币20,000元', '六十日内', '六个月内', '当事人未在期限内陈述、申辩']],
    ['circular', ['予以通报', '不得申请新的探矿权、采矿权', '国家出资', 'CF-NGA-2026-000000']],
  ] as const)('%s says what it orders or tells', async (kind, said) => {
    const text = await textOf(sampleOf(kind));
    for (const one of said) expect(text).toContain(one);
  });
  test.each([
    ['penalty-notice', ['第二十一条', '没收、销毁', '人民币100,000元', '要求听证'], '并予通报'],
    ['penalty-decision', ['第二十一条', '于2027年3月25日前改正', '2年内', '六十日内'], '予以通报'],
    ['circular', ['弄虚作假', 'CF-NGA-2026-000000', '自处罚决定生效之日起2年内'], '自通报之日起'],
  ] as const)('%s of art. 21 says what that sets, and nothing of art. 20', async (kind, said, never) => {
    const of = sampleOf(kind);
    const text = await textOf({
      ...of,
      says: { ...of.says, ground: 'fraud', amount: 100_000 } as typeof of.says,
    });
    for (const one of said) expect(text).toContain(one);
    for (const one of ['第二十条', never]) expect(text).not.toContain(one);
  });
  test('one of a hundred tasks names them all', async () => {
    const of = sampleOf('demand-notice');
    const tasks = Array.from({ length: 100 }, (_, at) => ({
      number: `RW-${1000 + at}`,
      name: '某'.repeat(60),
      due: '2026-01-01',
    }));
    const text = await textOf({ ...of, says: { ...of.says, tasks } as typeof of.says });
    for (const { number } of tasks) expect(text).toContain(number);
  });
});

test('a receipt lists its files over pages, with the head of the list on each', async () => {
  const { pages } = await readPdf((await print(sampleOf('receipt'))).pdf);
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages.slice(1, -1)) expect(page).toContain('SHA-256');
  const text = pages.join('').replaceAll(/\s/g, '');
  for (const no of [100, 131, 159]) expect(text).toContain(`ZK${no}柱状图及采样平面图.pdf`);
  expect(pages.at(-1)).toContain(`第 ${pages.length} 页，共 ${pages.length} 页`);
});

test('what is a state secret has no title on its paper', async () => {
  const document = sampleOf('certificate');
  const { title, ...says } = document.says;
  const text = await textOf({ ...document, says });
  expect(text).toContain('涉密资料，题名不载');
  expect(text).not.toContain(title);
});

test('a character without a glyph is spelt by its number, and a note says so', async () => {
  const document = sampleOf('certificate');
  const says = { ...document.says, title: '𠮷𪚥矿区🪨报告' };
  const { pdf, missing } = await print({ ...document, says });
  const text = (await readPdf(pdf)).pages.join('').replaceAll(/\s/g, '');
  expect(missing).toContain('🪨');
  expect(text).toContain('〔U+1FAA8〕报告');
  expect(text).toContain('代表字库中没有的字');
  expect(await textOf(document)).not.toContain('代表字库中没有的字');
});

test('the longest of everything stays on the page', async () => {
  const document = sampleOf('correction-notice');
  const says = {
    submitter: document.says.submitter,
    kind: 'correction-notice' as const,
    title: '矿'.repeat(255),
    round: 1,
    submitterName: 'x'.repeat(300),
    reason: '原因'.repeat(2000),
    items: Array.from({ length: 200 }, (_, at) => `${at} ${'y'.repeat(90)}`),
    receipt: 'HZ-NGA-2026-000012',
    correctBy: '2026-12-24',
    issuedBy: '王',
  };
  const { pages } = await readPdf((await print({ ...document, says })).pdf);
  const text = pages.join('').replaceAll(/\s/g, '');
  expect(text).toContain('x'.repeat(300));
  // One more in the heading.
  expect(text.match(/因/g)?.length).toBe(2001);
  expect(text).toContain(`199${'y'.repeat(90)}`);
});

test('the certificate of a stage does not say that the duty is met', async () => {
  const whole = sampleOf('certificate');
  if (whole.says.kind !== 'certificate') throw new Error('no certificate');
  expect(await textOf(whole)).toContain('汇交义务已履行');
  const text = await textOf({ ...whole, says: { ...whole.says, stage: true } });
  expect(text).toContain('作为分阶段汇交已经验收合格');
  expect(text).toContain('汇交义务尚未全部履行');
  expect(text).not.toContain('汇交义务已履行');
});

test('the receipt of a pledge says which task ends, by which pledge and why, in Chinese', async () => {
  const text = await textOf(sampleOf('no-data-receipt'));
  for (const said of [
    '未形成地质资料承诺回执单',
    'T4200002021120000000001-t1',
    'AJ-NGA-2026-000007',
    '无需汇交地质资料',
    '洪灾道路中断',
  ])
    expect(text).toContain(said);
});

test('a receipt for services names who paid, each line and the total in yuan', async () => {
  const text = await textOf(sampleOf('use-receipt'));
  for (const said of [
    '地质资料服务收费收据',
    '张某某',
    '示例地质勘查院',
    '纸质复印',
    '71.05',
    '49.90',
    '120.95',
    '转账',
  ])
    expect(text).toContain(said);
});

test('the QR code leads to the portal, or holds number and code where its address is unknown', () => {
  const of = { number: 'HJ-NGA-2026-00001', code: 'AAAA-BBBB-CCCC' };
  expect(qrText(of, 'https://portal.example/')).toBe(
    'https://portal.example/verify?number=HJ-NGA-2026-00001&code=AAAA-BBBB-CCCC',
  );
  expect(qrText(of, undefined)).toBe('GEOARCHIVE HJ-NGA-2026-00001 AAAA-BBBB-CCCC');
});
