import { describe, expect, test } from '@jest/globals';
import { type CheckedFile, type CheckedPackage, checkPackage, packageRules } from './package-check.ts';

const file = (path: string, more: Partial<CheckedFile> = {}): CheckedFile => ({
  path,
  size: 100,
  uploaded: true,
  sha256: `hash of ${path}`,
  findings: [],
  ...more,
});
const finding = (code: string, severity: 'error' | 'warning' | 'info' = 'error') => ({
  findings: [{ code, severity }],
});
const pack = (files: CheckedFile[], more: Partial<CheckedPackage> = {}): CheckedPackage => ({
  secrecy: 'public',
  source: 'state-project',
  files,
  ...more,
});
const right = { source: 'mining-right', licenceEnd: '2027-06-30' };

type Case = { breaks: CheckedPackage; at: (string | undefined)[]; passes: CheckedPackage };
const same = { sha256: 'ab' };

/** Of each rule one package that breaks it, where, and the nearest one that does not. */
const cases: Record<string, Case> = {
  'no-files': { breaks: pack([]), at: [undefined], passes: pack([], { secrecy: 'secret' }) },
  'file-not-uploaded': {
    breaks: pack([file('a.pdf'), file('b.pdf', { uploaded: false })]),
    at: ['b.pdf'],
    passes: pack([file('a.pdf'), file('b.pdf')]),
  },
  'checksum-mismatch': {
    breaks: pack([file('a.pdf', finding('checksum-mismatch')), file('b.pdf', finding('size-mismatch'))]),
    at: ['a.pdf', 'b.pdf'],
    passes: pack([file('a.pdf', finding('truncated'))]),
  },
  'encrypted-file': {
    breaks: pack([file('a.pdf', finding('encrypted'))]),
    at: ['a.pdf'],
    passes: pack([file('a.pdf')]),
  },
  'inspection-failed': {
    breaks: pack([file('a.las', finding('inspection-failed'))]),
    at: ['a.las'],
    passes: pack([file('a.las', finding('bad-header'))]),
  },
  'secrecy-mark-found': {
    breaks: pack([file('附件/坐标 机密★20年.pdf')]),
    at: ['附件/坐标 机密★20年.pdf'],
    passes: pack([file('附件/机密性说明.pdf')]),
  },
  'file-unreadable': {
    breaks: pack([file('a.las', finding('truncated'))]),
    at: ['a.las'],
    passes: pack([file('a.las', finding('truncated', 'warning')), file('b.pdf', finding('encrypted'))]),
  },
  'empty-file': {
    breaks: pack([file('a.txt', { size: 0 })]),
    at: ['a.txt'],
    passes: pack([file('a.txt', { size: 1 })]),
  },
  'duplicate-content': {
    breaks: pack([file('a.pdf', same), file('b.pdf', same), file('c.pdf', same)]),
    at: ['b.pdf = a.pdf', 'c.pdf = a.pdf'],
    passes: pack([file('a.txt', { ...same, size: 0 }), file('b.txt', { ...same, size: 0 })]),
  },
  'names-differ-by-case': {
    breaks: pack([file('图/A.tif'), file('图/a.TIF')]),
    at: ['图/a.TIF = 图/A.tif'],
    passes: pack([file('图/A.tif'), file('表/a.tif')]),
  },
  'companion-missing': {
    breaks: pack([file('GIS/矿区.SHP'), file('GIS/矿区.shx'), file('矿区.dbf')]),
    at: ['GIS/矿区.SHP'],
    passes: pack([file('GIS/矿区.SHP'), file('GIS/矿区.shx'), file('GIS/矿区.DBF')]),
  },
  'archive-pdf-missing': {
    breaks: pack([file('源文件/正文.docx'), file('存档/附表.pdf')]),
    at: ['源文件/正文.docx'],
    passes: pack([file('源文件/正文.docx'), file('存档/正文.PDF')]),
  },
  'licence-end-missing': {
    breaks: pack([file('正文.pdf')], { source: 'exploration-right' }),
    at: [undefined],
    passes: pack([file('正文.pdf')], right),
  },
  'licence-copy-missing': {
    breaks: pack([file('正文.pdf')], right),
    at: [undefined],
    passes: pack([file('正文.pdf'), file('采矿许可证.pdf')], right),
  },
};

test('every rule has its case, and no case is left over', () => {
  expect(Object.keys(cases).sort()).toEqual(packageRules.map(({ code }) => code).sort());
});

describe.each(packageRules)('$code', ({ code, severity, message, reference }) => {
  const { breaks, at, passes } = cases[code] ?? { breaks: pack([]), at: [], passes: pack([]) };
  const found = (of: CheckedPackage) => checkPackage(of).filter((one) => one.code === code);

  test('is found where it is broken', () => {
    expect(found(breaks).map((one) => one.at)).toEqual(at);
    for (const one of found(breaks)) expect(one).toMatchObject({ severity, message });
  });
  test('is silent just beside', () => {
    expect(found(passes)).toEqual([]);
  });
  test('says both languages and where it comes from', () => {
    expect(message.zh).toMatch(/[一-鿿].*。$/);
    expect(message.en).toMatch(/^[A-Z].*\.$/);
    expect(reference).not.toBe('');
  });
});

test('only what must not happen is an error', () => {
  expect(packageRules.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
    'no-files',
    'file-not-uploaded',
    'checksum-mismatch',
    'encrypted-file',
    'inspection-failed',
    'secrecy-mark-found',
  ]);
});

test('a right without files is not asked for its licence too', () => {
  expect(checkPackage(pack([], right)).map(({ code }) => code)).toEqual(['no-files']);
});

test('a good package has no findings', () => {
  expect(checkPackage(pack([file('正文.docx'), file('正文.pdf'), file('勘查许可证.pdf')], right))).toEqual(
    [],
  );
});
