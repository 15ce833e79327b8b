import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bundle } from './bundle.ts';
import { trace } from './trace.ts';

let root: string;
const entries = ['intake/check.handler.ts', 'intake/seal.handler.ts', 'intake/api.handler.ts'];
const thrower = (word: string) =>
  `import { shared } from "../shared.ts";\n\nexport const handler = async () => shared(${JSON.stringify(word)});\n`;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'geoarchive-traced-'));
  mkdirSync(join(root, 'intake'));
  writeFileSync(
    join(root, 'shared.ts'),
    '// A comment.\nexport const shared = (word: string): never => {\n  throw new Error("no " + word);\n};\n',
  );
  for (const entry of entries) writeFileSync(join(root, entry), thrower(entry));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The stack that the function leaves in a log. */
const stackOf = async (entry: string): Promise<string> => {
  const made = await bundle(entries, root, join(root, 'out', entry.replaceAll('/', '-')));
  const file = pathToFileURL(join(made.get(entry)?.folder ?? '', 'index.mjs')).href;
  const { handler } = (await import(file)) as { handler: () => Promise<never> };
  return handler().then(
    () => 'nothing was thrown',
    (error: Error) => JSON.stringify({ stack: error.stack }),
  );
};

test.each(entries)('a stack of %s leads to the lines of the sources, shared ones too', async (entry) => {
  const stack = await stackOf(entry);
  expect(stack).toContain('.mjs:');
  const traced = await trace(stack, entry, entries, root, root);
  expect(traced).toContain('at shared (shared.ts:3:9)');
  expect(traced).toContain(`${entry}:3:`);
});

test('what is not of that bundle stays as it is', async () => {
  const text = 'at other (file:///var/task/chunk-UNKNOWN1.mjs:1:20) and 12:30:45 o’clock';
  expect(await trace(text, 'intake/api.handler.ts', entries, root, root)).toBe(text);
  await expect(trace(text, 'a/b.handler.ts', entries, root, root)).rejects.toThrow('a/b.handler.ts');
});
