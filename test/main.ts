import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/**
 * `npm test`: the unit tests, then those of the system and in the browser, two files at a time, each worker with a local run of its own.
 * A file of the second kind that failed is run once more by itself: two browsers and two local runs on two processors can be late for each
 * other. That is said, and what fails alone, too, has failed. `--coverage` prints the coverage of the unit tests.
 */
const root = join(import.meta.dirname, '..');
const jest = join(createRequire(import.meta.url).resolve('jest/package.json'), '..', 'bin', 'jest.js');
const results = mkdtempSync(join(tmpdir(), 'geoarchive-results-'));

type File = { name: string; status: string; assertionResults: { status: string }[] };
type Result = { success: boolean; testResults: File[] };

const run = async (name: string, args: readonly string[]): Promise<Result> => {
  const outputFile = join(results, `${name}.json`);
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', jest, '--json', '--outputFile', outputFile, ...args],
    { cwd: root, stdio: 'inherit' },
  );
  await once(child, 'exit');
  return JSON.parse(readFileSync(outputFile, 'utf8'));
};

const say = (text: string) => process.stdout.write(`${text}\n`);
const failedIn = ({ testResults }: Result): string[] =>
  testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

const both = ['--selectProjects', 'system', 'browser'];
const unit = await run('unit', [
  '--maxWorkers=2',
  ...(process.argv.includes('--coverage') ? ['--coverage'] : []),
  ...['--selectProjects', 'unit'],
]);
const beside = await run('beside', ['--maxWorkers=2', ...both]);
const failed = failedIn(beside);
let alone: Result | undefined;
if (failed.length > 0) {
  say(
    `\nFailed side by side, run once more alone: ${failed.map((file) => relative(root, file)).join(', ')}\n`,
  );
  alone = await run('alone', ['--runInBand', ...both, '--runTestsByPath', ...failed]);
  for (const file of failed)
    say(`${failedIn(alone).includes(file) ? 'Failed again' : 'Passed alone'}: ${relative(root, file)}`);
}
rmSync(results, { recursive: true });

// Of a file that was run twice, the second time counts.
const files = new Map(
  [unit, beside, alone].flatMap((result) => result?.testResults ?? []).map((file) => [file.name, file]),
);
const counted = (status: string): number =>
  [...files.values()]
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((test) => test.status === status).length;
say(`\nTests: ${counted('passed')} passed, ${counted('failed')} failed, ${counted('pending')} skipped`);
process.exitCode = unit.success && (alone ?? beside).success ? 0 : 1;
