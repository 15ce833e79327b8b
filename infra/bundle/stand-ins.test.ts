import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { functionEntries, functionsRoot } from '../entries.ts';
import { type Bundle, bundle } from './bundle.ts';

const apis = functionEntries().filter((entry) => entry.endsWith('/api.handler.ts'));
let folder: string;
let made: Map<string, Bundle>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'geoarchive-stand-ins-'));
  made = await bundle(apis, functionsRoot, folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('no API function is larger than a megabyte', () => {
  expect(apis.length).toBeGreaterThan(3);
  expect([...made].filter(([, { bytes }]) => bytes > 1_000_000).map(([entry]) => entry)).toEqual([]);
});

test('what the stand-ins replace is in none of them', async () => {
  for (const { folder: at } of made.values()) {
    const code = await readFile(join(at, 'index.mjs'), 'utf8');
    // A name out of each: cls-hooked, the search for credentials, semver, event streams, traced clients, all of zod.
    const names = [
      'createHook',
      'fromInstanceMetadata',
      'SemVer',
      'HeaderMarshaller',
      'XRaySDKInstrumentation',
    ];
    const found = names.filter((name) => code.includes(name));
    expect(found).toEqual([]);
  }
});

test('none imports node:http as an ES module, which would load all of undici', async () => {
  for (const { folder: at } of made.values())
    expect(await readFile(join(at, 'index.mjs'), 'utf8')).not.toMatch(/(from|import) ?"(node:)?https?"/);
});

test('they load, tracing included', async () => {
  const { folder: at } = made.get('intake/api.handler.ts') ?? { folder: '' };
  const module = (await import(pathToFileURL(join(at, 'index.mjs')).href)) as { handler: unknown };
  expect(typeof module.handler).toBe('function');
}, 20_000);
