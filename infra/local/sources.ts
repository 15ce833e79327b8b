import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'cdk.out', '.local']);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** A fingerprint of every source file under the given files and folders; tests do not count. */
export function fingerprint(root: string, paths: readonly string[], without: readonly string[] = []): string {
  const hash = createHash('sha256');
  const skipped = (path: string, name: string) => SKIPPED.has(name) || without.includes(path);
  for (const path of paths) {
    if (!existsSync(join(root, path))) continue;
    const files = statSync(join(root, path)).isDirectory()
      ? globSync(`${path}/**/*`, {
          cwd: root,
          withFileTypes: true,
          exclude: (entry) => skipped(join(entry.parentPath.slice(root.length + 1), entry.name), entry.name),
        })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [join(root, path)];
    for (const file of files.filter((f) => !isTest(f)).sort()) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Does work unless the marker file says that it was done for the same fingerprint. */
export async function unlessDone(marker: string, print: string, work: () => Promise<void>): Promise<boolean> {
  if (existsSync(marker) && readFileSync(marker, 'utf8') === print) return false;
  await work();
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, print);
  return true;
}
