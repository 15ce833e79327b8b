import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import { bundle } from './bundle.ts';
import { makeLayer } from './layer.ts';

const made: string[] = [];
const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'geoarchive-bundle-'));
  made.push(path);
  return path;
};
afterEach(() => {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** Two functions that share a file; one calls `require` as CommonJS packages do. */
function sources(): string {
  const root = folder();
  mkdirSync(join(root, 'intake'));
  writeFileSync(join(root, 'shared.ts'), 'export const word: string = "together";\n');
  writeFileSync(
    join(root, 'intake/api.handler.ts'),
    'import { word } from "../shared.ts";\nexport const handler = async () => word;\n',
  );
  writeFileSync(
    join(root, 'intake/check.handler.ts'),
    'import { word } from "../shared.ts";\nexport const handler = async () => word + require("node:path").sep;\n',
  );
  return root;
}

const entries = ['intake/api.handler.ts', 'intake/check.handler.ts'];

test('each entry becomes a folder of its own that Node can import and run', async () => {
  const made = await bundle(entries, sources(), folder());
  expect([...made.keys()]).toEqual(entries);
  for (const [entry, { folder: at, bytes }] of made) {
    expect(existsSync(join(at, 'index.mjs.map'))).toBe(false);
    const sizes = readdirSync(at).map((name) => readFileSync(join(at, name)).byteLength);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(bytes);
    expect(entry).toContain(at.endsWith('intake-api') ? 'api' : 'check');
  }
  const check = made.get('intake/check.handler.ts');
  const source = pathToFileURL(join(check?.folder ?? '', 'index.mjs')).href;
  const { handler } = (await import(source)) as { handler: () => Promise<string> };
  expect(await handler()).toBe('together/');
});

test('what is fetched by import() lies beside, counts, and changes the hash', async () => {
  const root = sources();
  const build = async () => (await bundle(entries, root, folder())).get('intake/api.handler.ts');
  const before = await build();
  writeFileSync(join(root, 'later.ts'), 'export const later: string = "later on";\n');
  writeFileSync(
    join(root, 'intake/api.handler.ts'),
    'export const handler = async () => (await import("../later.ts")).later;\n',
  );
  const made = await build();
  const files = readdirSync(made?.folder ?? '').filter((name) => name.endsWith('.mjs'));
  expect(files.length).toBeGreaterThan(1);
  const sizes = files.map((name) => readFileSync(join(made?.folder ?? '', name)).byteLength);
  expect(made?.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  expect(made?.hash).not.toBe(before?.hash);
  const { handler } = (await import(pathToFileURL(join(made?.folder ?? '', 'index.mjs')).href)) as {
    handler: () => Promise<string>;
  };
  expect(await handler()).toBe('later on');
  writeFileSync(join(root, 'later.ts'), 'export const later: string = "later than that";\n');
  expect((await build())?.hash).not.toBe(made?.hash);
});

test('the same sources give the same hash wherever they lie; a change gives another', async () => {
  const [first, second] = [sources(), sources()];
  const hash = async (root: string) =>
    [...(await bundle(entries, root, folder())).values()].map((made) => made.hash);
  const before = await hash(first);
  expect(new Set(before).size).toBe(entries.length);
  expect(await hash(second)).toEqual(before);
  writeFileSync(join(second, 'shared.ts'), 'export const word: string = "otherwise";\n');
  for (const [n, after] of (await hash(second)).entries()) expect(after).not.toBe(before[n]);
});

test('functions share files of one run, each folder holding just what its own needs', async () => {
  const root = sources();
  writeFileSync(join(root, 'other.ts'), 'export const other: string = "for two of three";\n');
  for (const name of ['seal', 'fixity'])
    writeFileSync(
      join(root, `intake/${name}.handler.ts`),
      `import { other } from "../other.ts";\nexport const handler = async () => other + "${name}";\n`,
    );
  const three = ['intake/check.handler.ts', 'intake/seal.handler.ts', 'intake/fixity.handler.ts'];
  const made = await bundle(three, root, folder());
  const textOf = (entry: string) => {
    const at = made.get(entry)?.folder ?? '';
    return readdirSync(at)
      .map((name) => readFileSync(join(at, name), 'utf8'))
      .join();
  };
  expect(textOf('intake/check.handler.ts')).not.toContain('for two of three');
  for (const entry of three.slice(1)) expect(textOf(entry)).toContain('for two of three');
  const seal = made.get('intake/seal.handler.ts')?.folder ?? '';
  // Itself, what it shares, and what esbuild itself needs.
  expect(readdirSync(seal)).toHaveLength(3);
  const { handler } = (await import(pathToFileURL(join(seal, 'index.mjs')).href)) as {
    handler: () => Promise<string>;
  };
  expect(await handler()).toBe('for two of threeseal');
});

test('zod comes with the languages of our users only', async () => {
  const root = folder();
  mkdirSync(join(root, 'intake'));
  const zod = pathToFileURL(join(import.meta.dirname, '../../node_modules/zod/index.js')).pathname;
  writeFileSync(
    join(root, 'intake/api.handler.ts'),
    `import { z } from ${JSON.stringify(zod)};\nexport const handler = () => Object.keys(z.locales);\n`,
  );
  const made = (await bundle(['intake/api.handler.ts'], root, folder())).get('intake/api.handler.ts');
  const { handler } = (await import(pathToFileURL(join(made?.folder ?? '', 'index.mjs')).href)) as {
    handler: () => string[];
  };
  expect(handler()).toEqual(['en', 'zhCN']);
});

test('every missing entry is named', async () => {
  await expect(bundle([...entries, 'a/b.handler.ts', 'c/d.handler.ts'], sources(), folder())).rejects.toThrow(
    'No such function entry: a/b.handler.ts, c/d.handler.ts',
  );
});

test('the layer holds the character maps under assets/', () => {
  const layer = makeLayer(join(folder(), 'layer'));
  expect(existsSync(join(layer, 'assets/cmaps/UniGB-UTF16-H.bcmap'))).toBe(true);
});
