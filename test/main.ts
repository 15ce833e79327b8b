import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
  const [code] = await once(child, 'exit');
  // Jest that could not even begin says why itself, and writes nothing.
  if (!existsSync(outputFile)) return { success: false, testResults: [] };
  return { ...JSON.parse(readFileSync(outputFile, 'utf8')), success: code === 0 };
};

const say = (text: string) => process.stdout.write(`${text}\n`);
const failedIn = ({ testResults }: Result): string[] =>
  testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);

const unknown = process.argv.slice(2).filter((argument) => argument !== '--coverage');
if (unknown.length > 0) {
  say(`npm test runs every test. A part: npm run unit|system|browser -- ${unknown.join(' ')}`);
  process.exit(1);
}

const both = ['--selectProjects', 'system', 'browser'];
const unit = await run('unit', [
  '--maxWorkers=2',
  ...(process.argv.includes('--coverage') ? ['--coverage'] : []),
  ...['--selectProjects', 'unit'],
]);
const beside = await run('beside', ['--maxWorkers=2', ...both]);
const failed = failedIn(beside);
let alone: Result | undefined;
let onlyAlone: string[] = [];
if (failed.length > 0) {
  say(
    `\nFailed side by side, run once more alone: ${failed.map((file) => relative(root, file)).join(', ')}\n`,
  );
  alone = await run('alone', ['--runInBand', ...both, '--runTestsByPath', ...failed]);
  const again = failedIn(alone);
  onlyAlone = failed.filter((file) => !again.includes(file)).map((file) => relative(root, file));
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
if (onlyAlone.length > 0) say(`Passed only when run alone: ${onlyAlone.join(', ')}`);
process.exitCode = unit.success && (alone ?? beside).success ? 0 : 1;
