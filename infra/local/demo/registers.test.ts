import { registerRow } from '@geoarchive/contract/supervision-parts.ts';
import { workCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import type { RegisterEntry } from '@geoarchive/domain/supervision/register.ts';
import { mergeRow } from '@geoarchive/domain/supervision/register-row.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { expect, test } from '@jest/globals';
import { demoRegisters } from './registers.ts';

const today = '2026-11-24';
const rows = demoRegisters(today, 1500);
const entries = () => {
  const all = new Map<string, RegisterEntry>();
  for (const row of rows) {
    const merged = mergeRow(all.get(row.number), row, today);
    if ('faults' in merged) throw new Error(JSON.stringify([row, merged.faults]));
    all.set(row.number, merged.entry);
  }
  return [...all.values()];
};

test('every row can be imported, whatever the day, and the same day gives the same rows', () => {
  for (const row of rows) registerRow.parse(row);
  expect(demoRegisters(today, 1500)).toEqual(rows);
  for (const day of ['2024-02-29', '2027-01-01', '2030-12-31'])
    expect(demoRegisters(day, 1500).filter(({ to, from }) => to !== undefined && to < from)).toEqual([]);
});

test('all provinces and kinds are there, and due dates lie around today', () => {
  const all = entries();
  expect(all).toHaveLength(1500);
  expect(new Set(all.map(({ kind }) => kind)).size).toBe(5);
  expect(new Set(all.flatMap(({ regions }) => regions.map((code) => code.slice(0, 2)))).size).toBe(31);
  const context = {
    rules: shippedRules,
    routing: shippedRouting,
    nodes: [{ code: 'NGA' }],
    calendar: workCalendar(),
    today,
  };
  const duties = all.flatMap((entry) => dutiesOf(entry, context));
  const due = (after: number, upTo: number) =>
    duties.filter(({ due: on }) => on > addDays(today, after) && on <= addDays(today, upTo)).length;
  for (const many of [due(-400, -1), due(-1, 30), due(30, 60), due(60, 90), due(90, 4000)])
    expect(many).toBeGreaterThan(50);
  expect(new Set(duties.map(({ proof }) => proof.decides.rule))).toEqual(
    new Set([
      'exploration-expiry',
      'mining-expiry',
      'mining-stage-close',
      'revoked',
      'right-cancelled',
      'exploration-to-mining',
      'engineering-accepted',
      'work-ended',
      'long-project-stage',
    ]),
  );
  expect(duties.filter(({ organisation }) => organisation === 'DEMO-SURVEY').length).toBeGreaterThan(10);
});
