import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const schema = z.record(z.string(), z.string());
/** What is remembered from one run to the next, by key. Kept in one small file, replaced as a whole. */
export type Checkpoints = { get(key: string): string | undefined; set(key: string, value: string): void };

function load(file: string): Record<string, string> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

export function openCheckpoints(file: string): Checkpoints {
  const values = load(file);
  mkdirSync(dirname(file), { recursive: true });
  return {
    get: (key) => values[key],
    set(key, value) {
      values[key] = value;
      writeFileSync(`${file}.new`, JSON.stringify(values));
      renameSync(`${file}.new`, file);
    },
  };
}
