import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits, partBytes, partCount } from './limits.ts';
import { archiveNumber, certificateNumber, dossierCode, receiptNumber } from './numbers.ts';
import { knownRoles, roles } from './roles.ts';
import { isStateSecret, looksMarkedSecret, secrecyLevels, secrecyNames } from './secrecy.ts';

describe('numbers people quote', () => {
  test('have the form they are known by', () => {
    expect(archiveNumber(1)).toBe('d00000001');
    expect(archiveNumber(99_999_999)).toBe('d99999999');
    expect(dossierCode('n0001', archiveNumber(42))).toBe('cgdoi.n0001/d00000042');
    expect(certificateNumber('n0001', '2026', 128)).toBe('HJ-n0001-2026-00128');
    expect(receiptNumber('n0001', '2026', 7)).toBe('HZ-n0001-2026-000007');
  });
  test('are never the same for two things, also beyond their width', () => {
    const distinct = fc.uniqueArray(fc.nat(2 ** 31), { minLength: 2 });
    fc.assert(
      fc.property(distinct, (sequences) => {
        for (const make of [
          archiveNumber,
          (n: number) => certificateNumber('n', '2026', n),
          (n: number) => receiptNumber('n', '2026', n),
        ])
          expect(new Set(sequences.map(make)).size).toBe(sequences.length);
      }),
    );
  });
});

describe('parts of an upload', () => {
  const mebibyte = 1024 ** 2;
  test.each([
    [0, 1],
    [1, 1],
    [limits.singlePutBytes, 1],
    [limits.singlePutBytes + 1, 3],
    [24 * mebibyte, 3],
    [24 * mebibyte + 1, 4],
    [limits.smallestPartBytes * limits.partsPerFile, 10_000],
    [limits.smallestPartBytes * limits.partsPerFile + 1, 8_889],
    [limits.fileBytes, 9_987],
  ])('%i bytes go up in %i parts', (size, parts) => {
    expect(partCount(size)).toBe(parts);
  });
  test('are whole mebibytes, at least the smallest, at most as many as S3 takes, and cover the file', () => {
    const sizes = fc.integer({ min: 1, max: limits.fileBytes });
    fc.assert(
      fc.property(sizes, (size) => {
        expect(partBytes(size) % mebibyte).toBe(0);
        expect(partBytes(size)).toBeGreaterThanOrEqual(limits.smallestPartBytes);
        expect(partCount(size)).toBeLessThanOrEqual(limits.partsPerFile);
        if (partCount(size) > 1) {
          expect(partCount(size) * partBytes(size)).toBeGreaterThanOrEqual(size);
          expect((partCount(size) - 1) * partBytes(size)).toBeLessThan(size);
        }
      }),
    );
  });
});

describe('secrecy', () => {
  test('public and internal are no state secrets, the three others are', () => {
    expect(secrecyLevels.filter(isStateSecret)).toEqual(['confidential', 'secret', 'top-secret']);
  });
  test('levels have the names and codes of GB/T 7156', () => {
    expect(secrecyLevels.map((level) => [secrecyNames[level].zh, secrecyNames[level].code])).toEqual([
      ['公开', 'GK'],
      ['内部', 'XZ'],
      ['秘密', 'MM'],
      ['机密', 'JM'],
      ['绝密', 'UM'],
    ]);
  });
  test.each(['坐标(机密).pdf', '绝密★长期', '秘密级资料', '报告_秘密', '机密 矿区图.tif'])(
    '%s looks marked',
    (text) => {
      expect(looksMarkedSecret(text)).toBe(true);
    },
  );
  test.each([
    '公开报告.pdf',
    '保密审查意见.pdf',
    '机密性.docx',
    '秘书处通知.pdf',
    '商业秘密说明.pdf',
    '机密文件管理办法.pdf',
    '',
  ])('%j does not', (text) => {
    expect(looksMarkedSecret(text)).toBe(false);
  });
});

describe('roles', () => {
  test('unknown groups grant nothing', () => {
    expect(knownRoles(['AUDITOR', 'root', 'toString', '__proto__', 'auditor'])).toEqual(['AUDITOR']);
  });
  test('audit is not combined with release', () => {
    expect(knownRoles(['AUDITOR', 'INSPECTOR'])).toEqual(['AUDITOR', 'INSPECTOR']);
    expect(knownRoles(['AUDITOR', 'ARCHIVE_KEEPER'])).toEqual(['ARCHIVE_KEEPER']);
    expect(knownRoles(['SECRECY_OFFICER', 'AUDITOR', 'OPERATOR'])).toEqual(['SECRECY_OFFICER', 'OPERATOR']);
  });
  test('every one has a pool and both names', () => {
    expect(roles).toHaveLength(15);
    for (const { pool, name } of roles) {
      expect(['staff', 'public']).toContain(pool);
      expect(name.zh).toMatch(/[一-鿿]/);
      expect(name.en).toMatch(/^[A-Z]/);
    }
  });
});
