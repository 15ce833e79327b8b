import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { trace } from './bundle/trace.ts';
import { functionEntries, functionsRoot } from './entries.ts';

/** `npm run --silent trace -- intake/api < LOG`: the log with the lines of the sources in place of the bundle's. */
const [named] = process.argv.slice(2);
const entries = functionEntries();
const entry = `${named}.handler.ts`;
if (named === undefined || !entries.includes(entry)) {
  const names = entries.map((one) => one.replace('.handler.ts', '')).join(', ');
  process.stderr.write(
    `Say which function, and give the log to standard input: npm run --silent trace -- NAME < LOG\nNAME is one of ${names}\n`,
  );
  process.exit(2);
}
process.stdout.write(
  await trace(await text(process.stdin), entry, entries, functionsRoot, join(import.meta.dirname, '..')),
);
