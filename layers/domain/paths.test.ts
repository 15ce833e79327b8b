import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { limits } from './limits.ts';
import { checkPath } from './paths.ts';

const codeOf = (path: string): string => {
  const checked = checkPath(path);
  return checked.ok ? 'ok' : checked.problem.code;
};

describe('names that are taken', () => {
  test.each([
    ['正文.pdf', '正文.pdf'],
    ['附图/附图1 矿区地形地质图.tif', '附图/附图1 矿区地形地质图.tif'],
    ['⛏️岩芯📷/ZK001.jpg', '⛏️岩芯📷/ZK001.jpg'],
    ['数据\\钻孔\\ZK001.las', '数据/钻孔/ZK001.las'],
    ['.gitignore', '.gitignore'],
    ['a..b', 'a..b'],
    ['...a', '...a'],
    [' leading', ' leading'],
    ['cafe\u0301.txt', 'caf\u00e9.txt'],
    [`${'长'.repeat(255)}`, `${'长'.repeat(255)}`],
  ])('%j', (given, path) => {
    expect(checkPath(given)).toEqual({ ok: true, path });
  });
});

describe('names that are refused', () => {
  test.each([
    ['', 'path-empty'],
    ['../secret', 'path-not-plain'],
    ['a/../../b', 'path-not-plain'],
    ['a\\..\\b', 'path-not-plain'],
    ['..', 'path-not-plain'],
    ['.', 'path-not-plain'],
    ['./a', 'path-not-plain'],
    ['a//b', 'path-not-plain'],
    ['a/', 'path-not-plain'],
    ['/etc/passwd', 'path-absolute'],
    ['\\\\server\\share', 'path-absolute'],
    ['C:\\资料\\a.pdf', 'path-absolute'],
    ['c:a.pdf', 'path-absolute'],
    ['a\u0000.pdf', 'path-control-character'],
    ['a\u001f', 'path-control-character'],
    ['a\nb', 'path-control-character'],
    ['a\u007f', 'path-control-character'],
    ['a\u0085', 'path-control-character'],
    ['a\ud800', 'path-control-character'],
    ['x'.repeat(300), 'name-too-long'],
    ['x'.repeat(256), 'name-too-long'],
    ['尾.', 'name-ends-badly'],
    ['尾...', 'name-ends-badly'],
    ['尾 ', 'name-ends-badly'],
    ['夹. /a', 'name-ends-badly'],
    ['夹./a', 'name-ends-badly'],
  ])('%j: %s', (given, code) => {
    expect(codeOf(given)).toBe(code);
  });

  test('the path as a whole ends at its limit', () => {
    const of = (length: number) => `${'a/'.repeat(length / 2 - 1)}${'b'.repeat(length % 2 === 0 ? 2 : 3)}`;
    expect(of(limits.pathLength)).toHaveLength(limits.pathLength);
    expect(codeOf(of(limits.pathLength))).toBe('ok');
    expect(codeOf(`${of(limits.pathLength)}b`)).toBe('path-too-long');
  });

  test('each says in both languages what to do', () => {
    for (const path of ['', '../a', '/a', 'a\u0000', 'x'.repeat(300), 'a.', 'a/'.repeat(600)]) {
      const checked = checkPath(path);
      if (checked.ok) throw new Error(`${path} was taken`);
      expect(checked.problem.message.zh).toMatch(/[请]/);
      expect(checked.problem.message.en.length).toBeGreaterThan(20);
    }
  });
});

test('whatever is taken stays inside, is plain, and is taken again unchanged', () => {
  const nasty = fc.constantFrom('..', '.', '/', '\\', ' ', '\u0000', 'C:', '文', '😀', 'e\u0301', 'a');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(nasty).map((all) => all.join('')),
      ),
      (given) => {
        const checked = checkPath(given);
        if (!checked.ok) return;
        const parts = checked.path.split('/');
        expect(parts).not.toContain('..');
        expect(parts).not.toContain('.');
        expect(parts).not.toContain('');
        expect(checked.path).not.toContain('\\');
        expect(checkPath(checked.path)).toEqual(checked);
      },
    ),
    { numRuns: 500 },
  );
});
