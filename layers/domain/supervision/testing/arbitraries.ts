import fc from 'fast-check';
import { addDays, type Day } from '../../dates.ts';
import { taskSources } from '../../publication.ts';
import { happeningKinds, type RegisterEntry, type Term } from '../register.ts';
import type { RegisterRow } from '../register-row.ts';

/** Days between 1999 and 2035. */
const days = (): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: 13_000 }).map((count) => addDays('1999-06-01', count));
const organisations = fc.constantFrom('A', 'B', 'C');

const terms = (): fc.Arbitrary<Term[]> =>
  fc
    .array(fc.record({ from: days(), length: fc.option(fc.integer({ min: 0, max: 3000 })) }), {
      maxLength: 4,
    })
    .map((all) =>
      all.map(({ from, length }, n) => ({
        id: `t${n + 1}`,
        from,
        ...(length === null ? {} : { to: addDays(from, length) }),
      })),
    );

/** Entries of a register as free as their type allows: terms overlap, holders come before the term, all may have happened. */
export const entries = (): fc.Arbitrary<RegisterEntry> =>
  fc.record({
    kind: fc.constantFrom(...taskSources),
    number: fc.constantFrom('N1', 'N2'),
    name: fc.constant('x'),
    holders: fc.array(fc.record({ from: days(), organisation: organisations }), { maxLength: 3 }),
    terms: terms(),
    happenings: fc
      .array(fc.record({ kind: fc.constantFrom(...happeningKinds), on: days() }), { maxLength: 3 })
      .map((all) => all.map((one, n) => ({ id: `h${n + 1}`, ...one }))),
    minerals: fc.subarray(['copper', 'oil']),
    regions: fc.subarray(['420100', '510100', '540000']),
    area: fc.constantFrom(undefined, [['114.1, 30.5', '114.2, 30.5', '114.2, 30.6']]),
  });

/** Rows of imports of one licence, each with other days, holders and happenings. */
export const rows = (): fc.Arbitrary<RegisterRow> =>
  fc
    .record({
      kind: fc.constantFrom('exploration-right' as const, 'mining-right' as const),
      holder: organisations,
      from: days(),
      length: fc.option(fc.integer({ min: -100, max: 3000 })),
      happening: fc.option(fc.constantFrom(...happeningKinds)),
      happenedOn: fc.option(days()),
      retention: fc.boolean(),
    })
    .map(({ length, happening, happenedOn, ...row }) => ({
      ...row,
      number: 'N1',
      name: 'x',
      to: length === null ? undefined : addDays(row.from, length),
      happening: happening ?? undefined,
      happenedOn: happenedOn ?? undefined,
    }));
