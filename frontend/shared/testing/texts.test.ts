import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { hanIn, literalsIn } from './literals.ts';

type Tree = { [key: string]: string | Tree };

const root = new URL('../../', import.meta.url).pathname;
const parts = ['shared', 'submit', 'admin', 'portal'] as const;
const read = (part: string, language: string): Tree =>
  JSON.parse(readFileSync(join(root, part, 'i18n', `${language}.json`), 'utf8'));

const flat = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

const sources = (part: string): string[] =>
  readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('dist/'))
    .map((name) => join(root, part, name));

describe.each(parts)('texts of %s', (part) => {
  const zh = flat(read(part, 'zh'));
  const en = new Map(flat(read(part, 'en')));

  test('both languages have the same keys', () => {
    expect([...en.keys()].sort()).toEqual(zh.map(([key]) => key).sort());
  });

  test('both languages name the same values', () => {
    for (const [key, text] of zh)
      expect([key, placeholders(en.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  test('no text is empty', () => {
    for (const [key, text] of [...zh, ...en]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  test('every key a component names exists', () => {
    const known = new Set([...zh.map(([key]) => key), ...flat(read('shared', 'zh')).map(([key]) => key)]);
    // Shared components may use what every site brings along: its name.
    const own = part === 'shared' ? ['site.name', 'site.short', 'site.role', 'site.foot'] : [];
    const missing = sources(part).flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)]
        .map(([, key = '']) => key)
        .filter((key) => !known.has(key) && !own.includes(key))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('no component holds a text of its own', () => {
    const found = sources(part)
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => literalsIn(readFileSync(file, 'utf8')).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });
});

describe('the search for texts in components', () => {
  test.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{t("a.b")}</p>', []],
    ['<p>你好</p>', ['你好']],
    ['<a title="Open it">{x}</a>', ['Open it']],
    ['<Tag label={`第$' + '{n} 项`} />', ['第', ' 项']],
    ['<p className="ga-soft">·</p>', []],
    ['f("错误")', ['错误']],
  ])('%s', (source, found) => expect(literalsIn(`const x = ${source}`)).toEqual(found));

  test('knows Chinese from punctuation', () => {
    expect(hanIn('、（）')).toBe(false);
    expect(hanIn('第')).toBe(true);
  });
});
