import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { documents } from '../docs/documents.ts';

const root = join(import.meta.dirname, '..');

// Not equal means: a declaration was changed and `npm run docs` was not run.
test.each(Object.entries(documents()))('%s is up to date', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});
