import { gzipSync } from 'node:zlib';
import { addDays } from '@geoarchive/domain/dates.ts';
import type { Fact, FactOf } from '@geoarchive/domain/reporting/facts.ts';
import { type Evidence, folding } from '@geoarchive/domain/reporting/fold.ts';
import { yearPeriod } from '@geoarchive/domain/reporting/period.ts';
import { valuesOf } from '@geoarchive/domain/reporting/values.ts';
import { type Bench, seconds } from './figure.ts';
import { rowsAlone, runOf } from './reports-run.ts';
import { provinces } from './reports-table.ts';

const unitOf = (n: number): string => provinces[n % provinces.length] ?? 'P00';
/** Days of three years, made once: 2024 to 2026. */
const days = Array.from({ length: 1096 }, (_, n) => addDays('2024-01-01', n));
const dayOf = (n: number): string => days[(n * 7919) % days.length] ?? '2025-01-01';

const dossier = (n: number): FactOf<'dossier'> => ({
  ...{ of: 'dossier', id: `D${n}`, no: `d${n}`, unit: unitOf(n), kind: n % 9 === 0 ? 'original' : 'result' },
  ...{
    dataClass: n % 3 === 0 ? 'oil-gas' : 'mineral-exploration',
    secrecy: n % 50 === 0 ? 'internal' : 'public',
  },
  ...{ accepted: dayOf(n), files: n % 40, bytes: n * 1000, complete: n % 4 !== 0 },
  ...(n % 20 === 0 ? { protectedUntil: dayOf(n + 1) } : {}),
  ...(n % 2 === 0 ? { openBy: dayOf(n + 2), recordOpen: dayOf(n + 3), filesOpen: dayOf(n + 3) } : {}),
});
const usage = (n: number): FactOf<'opening'> => ({
  ...{ of: 'opening', id: `U${n}`, no: `u${n}`, unit: unitOf(n), on: dayOf(n) },
  userClass: n % 2 === 0 ? 'unit' : 'open',
  purpose: n % 3 === 0 ? 'exploration' : 'research',
  ...{ way: n % 4 === 0 ? 'read-online' : 'open-download', times: 1 + (n % 3) },
});

/** Objects behind figures on pages as a run keeps them: as JSON, packed, and then dropped; gives their bytes. */
const pages = (perPage: number): { evidence: Evidence; bytes: () => number } => {
  let [bytes, held] = [0, 0];
  let page: Record<string, [string, string, string][]> = {};
  return {
    evidence: (figure, { of, id, no }) => {
      page[figure] ??= [];
      page[figure]?.push([of, id, no]);
      held += 1;
      if (held < perPage) return;
      bytes += gzipSync(JSON.stringify(page)).length;
      [page, held] = [{}, 0];
    },
    bytes: () => bytes,
  };
};

/** Each object by itself, as it is made: what is measured is never the memory of all of them. */
const timed = (counts: { dossiers: number; uses: number }, take: (fact: Fact) => void): number => {
  const start = performance.now();
  for (let n = 0; n < counts.dossiers; n += 1) take(dossier(n));
  for (let n = 0; n < counts.uses; n += 1) take(usage(n));
  return (performance.now() - start) / 1000;
};

/**
 * The year's tables of 31 provinces from DOSSIERS (600 000) and USES (5 000 000): the fold of facts that are made one by one, and the shares and
 * values of each province after it; then the steps of the job that makes the same, one after the other, which go on in four lanes in the
 * cloud. Not measured here: the way to the table and back.
 */
export const reports: Bench = async (tell) => {
  const counts = {
    dossiers: Number(process.env['DOSSIERS'] ?? 600_000),
    uses: Number(process.env['USES'] ?? 5_000_000),
  };
  const seen = new Map<string, number>();
  const plain = timed(counts, ({ unit, of }) => {
    const key = `${unit} ${of}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  });
  const peer = {
    what: 'a plain loop that makes the same objects and counts them by province and kind',
    value: plain,
  };
  const folded = folding(yearPeriod(2025));
  const foldingIt = timed(counts, folded.add);
  const start = performance.now();
  for (const sums of folded.sums().values()) valuesOf(sums, {}, { sourced: ['dossier', 'opening'] });
  const after = (performance.now() - start) / 1000;
  const what = `tables of ${provinces.length} provinces from ${counts.dossiers} dossiers and ${counts.uses} uses`;
  tell({ what, value: foldingIt + after, unit: 's', goal: 60, peer });
  const kept = pages(3000);
  const withEvidence = timed(counts, folding(yearPeriod(2025), kept.evidence).add);
  tell({
    what: 'the same with every object behind every figure, packed on pages',
    value: withEvidence,
    unit: 's',
    goal: 60,
    peer,
  });
  tell({ what: 'those pages packed', value: kept.bytes() / 1e6, unit: 'MB' });
  const alone = await seconds(() => rowsAlone(counts));
  const began = performance.now();
  const run = await runOf(counts);
  tell({
    what: `all ${run.steps} steps of the job, ${run.objects} rows read from JSON, parsed, folded, objects packed`,
    value: (performance.now() - began) / 1000,
    unit: 's',
    goal: 60,
    peer: { what: 'making those rows and reading them from JSON alone', value: alone },
  });
  tell({ what: 'its largest cursor (an item holds 400 kB)', value: run.cursor / 1000, unit: 'kB' });
  tell({ what: 'memory of the process after it', value: process.memoryUsage().rss / 1e6, unit: 'MB' });
};
