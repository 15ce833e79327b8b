import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { nameOf, type Outputs, runEsbuild, runsOf } from './esbuild-run.ts';

/** A place in a bundle as stacks name it, whatever the folder: `file:///var/task/index.mjs:5:1234`. */
const place = /(?:file:\/\/)?[^\s()"'\\]*?([\w-]+\.mjs):(\d+):(\d+)/g;

/** A file's name says its content, and with source maps another; what stands in it is told by what it was made of. */
const contentOf = ({ entryPoint, inputs, exports }: NonNullable<ReturnType<Outputs['get']>>): string =>
  JSON.stringify([entryPoint, Object.keys(inputs).sort(), exports]);

/**
 * A log's text with each place in the bundle of `entry` (such as `intake/api.handler.ts`) as the place in the sources, relative to
 * `home`. Bundles carry no source maps; this builds the entry again with them, so it tells the truth only of the sources it was deployed from. What it does not know stays.
 * @throws Error when no such entry is among `entries`.
 */
export async function trace(
  text: string,
  entry: string,
  entries: readonly string[],
  root: string,
  home: string,
): Promise<string> {
  const run = runsOf(entries).find((some) => some.includes(entry));
  if (run === undefined) throw new Error(`No such function entry: ${entry}`);
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-trace-'));
  try {
    const plain = await runEsbuild(run, root, join(folder, 'plain'));
    const mapped = await runEsbuild(run, root, join(folder, 'mapped'), { maps: true });
    const twins = new Map([...mapped].map(([name, output]) => [contentOf(output), name]));
    const mapOf = (name: string): SourceMap | undefined => {
      const output = plain.get(name === 'index.mjs' ? `${nameOf(entry)}.mjs` : name);
      const twin = output && twins.get(contentOf(output));
      return twin === undefined
        ? undefined
        : new SourceMap(JSON.parse(readFileSync(join(folder, 'mapped', `${twin}.map`), 'utf8')));
    };
    return text.replace(place, (whole, name: string, line: string, column: string) => {
      // Stacks count from one, source maps from nought.
      const found = mapOf(name)?.findEntry(Number(line) - 1, Number(column) - 1);
      if (found === undefined || !('originalSource' in found)) return whole;
      const source = resolve(folder, 'mapped', found.originalSource);
      return `${relative(home, source)}:${found.originalLine + 1}:${found.originalColumn + 1}`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
