import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

export const functionsRoot = join(import.meta.dirname, '..', 'functions');

/** Every function entry in the tree, as its path under `functions/`. */
export const functionEntries = (root = functionsRoot): string[] =>
  existsSync(root) ? globSync('*/*.handler.ts', { cwd: root }).sort() : [];
