import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** The text of the code in a bundle: of all its files, or of those that are read at the start. */
const allOf = (at: string): string =>
  readdirSync(at)
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => readFileSync(join(at, name), 'utf8'))
    .join('\n');
const startOf = (at: string, name = 'index.mjs', seen = new Set<string>()): string => {
  if (seen.has(name)) return '';
  seen.add(name);
  const code = readFileSync(join(at, name), 'utf8');
  const imported = [...code.matchAll(/(?:from|import) ?"\.\/([^"]+)"/g)].map((match) => match[1] ?? '');
  return [code, ...imported.map((one) => startOf(at, one, seen))].join('\n');
};

test('no API function reads more than 850 kB at its start; with what is fetched when called for it has 1 MB at most', () => {
  expect(apis.length).toBeGreaterThan(3);
  const large = [...made].filter(
    ([, { bytes, folder: at }]) => bytes > 1_000_000 || Buffer.byteLength(startOf(at)) > 850_000,
  );
  expect(large.map(([entry]) => entry)).toEqual([]);
});

test('what the stand-ins replace is in none of them', () => {
  for (const { folder: at } of made.values()) {
    const code = allOf(at);
    // A name out of each: cls-hooked, the search for credentials, semver, event streams, traced clients and what of them is noted.
    const names = [
      'createHook',
      'fromInstanceMetadata',
      'SemVer',
      'HeaderMarshaller',
      'XRaySDKInstrumentation',
      'sagemakerruntime',
      // The OpenAPI documents lie packed.
      'x-audit',
    ];
    const found = names.filter((name) => code.includes(name));
    expect(found).toEqual([]);
  }
});

test('none imports node:http as an ES module, which would load all of undici', () => {
  for (const { folder: at } of made.values())
    expect(allOf(at)).not.toMatch(/(from|import) ?"(node:)?https?"/);
});

test('what many calls never need is not read at the start: S3, Idempotency-Keys, OpenAPI', () => {
  const names = ['ObjectAlreadyInActiveTierError', 'IdempotencyConfig', 'brotliDecompressSync'];
  for (const name of names)
    expect([...made.values()].some(({ folder: at }) => allOf(at).includes(name))).toBe(true);
  for (const { folder: at } of made.values()) {
    const code = startOf(at);
    expect(names.filter((name) => code.includes(name))).toEqual([]);
  }
});

test('they load, tracing included', async () => {
  const { folder: at } = made.get('intake/api.handler.ts') ?? { folder: '' };
  const module = (await import(pathToFileURL(join(at, 'index.mjs')).href)) as { handler: unknown };
  expect(typeof module.handler).toBe('function');
}, 20_000);
