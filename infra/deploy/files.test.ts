import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { uploadsOf } from './files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'geoarchive-deploy-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (...keys: string[]) => {
  for (const key of keys) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), key);
  }
};

test('the page comes last, after everything it names', () => {
  write('index.html', 'zz.svg', 'assets/a.js', 'assets/deep/b.css');
  expect(uploadsOf(folder).map(({ key }) => key)).toEqual([
    'assets/a.js',
    'assets/deep/b.css',
    'zz.svg',
    'index.html',
  ]);
});

test('hashed names are kept for good, all others are asked for again', () => {
  write('index.html', 'logo.svg', 'assets/a-3f2.js');
  const cache = Object.fromEntries(uploadsOf(folder).map(({ key, cacheControl }) => [key, cacheControl]));
  expect(cache['assets/a-3f2.js']).toContain('immutable');
  expect(cache['index.html']).toBe('no-cache');
  expect(cache['logo.svg']).toBe('no-cache');
});

test('what the build leaves for itself stays here', () => {
  write('index.html', 'sources.sha256');
  expect(uploadsOf(folder).map(({ key }) => key)).toEqual(['index.html']);
});

test('refuses a folder without a page', () => {
  write('assets/a.js');
  expect(() => uploadsOf(folder)).toThrow('no built site');
  expect(() => uploadsOf(join(folder, 'nothing'))).toThrow('no built site');
});
