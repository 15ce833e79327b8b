import { workCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import { type DutyContext, dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import type { RegisterEntry } from '@geoarchive/domain/supervision/register.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { taskOf } from '@geoarchive/domain/supervision/task-of.ts';
import { digestOf } from '@geoarchive/functions/supervision/bring-in-line.ts';
import { madeEntry } from './registers-made.ts';

/** Entries that are there at once: as a step of the job reads them. */
const perStep = 400;
const context: DutyContext = {
  rules: shippedRules,
  routing: shippedRouting,
  nodes: [{ code: 'NGA' }, { code: 'HB', province: '42' }],
  calendar: workCalendar(),
  today: '2026-11-24',
};

/** What a recompute does with an entry beside reading it: its duties, the tasks they make, the digest of each. */
const reckon = (entry: RegisterEntry): number =>
  dutiesOf(entry, context).filter((duty) => digestOf(taskOf('0', entry, duty)) !== '').length;
/** Reading an entry from its text and writing it again: what it takes at least to have it in hand. */
const thereAndBack = (entry: RegisterEntry): number =>
  JSON.stringify(JSON.parse(JSON.stringify(entry))).length;

const works: Readonly<Record<string, (entry: RegisterEntry) => number>> = { reckon, json: thereAndBack };
const [name = '', count = '0'] = process.argv.slice(2);
const work = works[name];
if (work === undefined) throw new Error(`No work ${name}`);
const [most, before] = [Number(count), process.memoryUsage().rss];
let [duties, milliseconds, peak] = [0, 0, before];
for (let from = 0; from < most; from += perStep) {
  const entries = Array.from({ length: Math.min(perStep, most - from) }, (_, at) => madeEntry(from + at));
  const start = performance.now();
  for (const entry of entries) duties += work(entry);
  milliseconds += performance.now() - start;
  peak = Math.max(peak, process.memoryUsage().rss);
}
process.send?.({ duties, seconds: milliseconds / 1000, megabytes: (peak - before) / 1e6 });
process.disconnect?.();
