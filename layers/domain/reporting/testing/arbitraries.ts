import fc from 'fast-check';
import { caseKindCodes } from '../../cases/kinds.ts';
import { mineralClasses } from '../../codes/mineral-classes.ts';
import { conditions } from '../../custody/holding.ts';
import { addDays } from '../../dates.ts';
import { taskSources } from '../../publication.ts';
import { secrecyLevels } from '../../secrecy.ts';
import { askerKindCodes, purposeCodes } from '../../service/codes.ts';
import type { Fact } from '../facts.ts';
import { useWays } from '../words.ts';

/** Days of three years around the one that is counted, its first and last and their neighbours often. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 1095 }).map((days) => addDays('2024-01-01', days)),
  fc.constantFrom('2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'),
);
const maybe = fc.option(day, { nil: undefined });
/** Hand-ins in order of time, as a task keeps them. */
const handIns = fc
  .array(fc.record({ on: day, correctBy: maybe }), { maxLength: 3 })
  .map((all) => all.toSorted((a, b) => (a.on < b.on ? -1 : 1)));
const some = fc.integer({ min: 0, max: 9 });
const of = { id: fc.uuid(), no: fc.constant('1'), unit: fc.constantFrom('NGA', 'HB', 'SC', 'CNPC') };
const kind = fc.constantFrom('result' as const, 'original' as const, 'physical' as const);
const dataClass = fc.constantFrom('oil-gas', 'research', 'other');

/** Any fact, of every kind. */
export const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    ...{ of: fc.constant('task' as const), ...of, source: fc.constantFrom(...taskSources) },
    mineral: fc.option(fc.constantFrom(...mineralClasses), { nil: undefined }),
    ...{ due: day, released: maybe, settled: maybe, handIns: handIns },
  }),
  fc.record({
    ...{ of: fc.constant('review' as const), ...of, kind, dataClass, round: fc.integer({ min: 1, max: 3 }) },
    ...{ received: day, checkBy: day, returned: maybe, accepted: maybe, certified: maybe },
  }),
  fc.record({
    ...{
      of: fc.constant('dossier' as const),
      ...of,
      kind,
      dataClass,
      secrecy: fc.constantFrom(...secrecyLevels),
    },
    ...{ accepted: day, files: some, bytes: fc.nat(), complete: fc.boolean() },
    ...{ protectedUntil: maybe, openBy: maybe, recordOpen: maybe, filesOpen: maybe },
  }),
  fc.record({ of: fc.constant('hole' as const), ...of, entered: day, metres: some }),
  fc.record({
    ...{ of: fc.constant('chase' as const), ...of, on: day },
    step: fc.constantFrom('demand' as const, 'order' as const, 'propose' as const, 'fine' as const),
  }),
  fc.record({
    ...{ of: fc.constant('case' as const), ...of, kind: fc.constantFrom(...caseKindCodes) },
    ...{ opened: day, ended: maybe },
  }),
  fc.record({
    of: fc.constant('transfer' as const),
    ...of,
    ...{ accepted: day, due: day, sent: maybe },
    exempt: fc.boolean(),
  }),
  fc.record({
    ...{ of: fc.constant('holding' as const), ...of, amount: some, services: some, on: day },
    kind: fc.constantFrom('original', 'physical'),
    condition: fc.constantFrom(...conditions),
    form: fc.constantFrom(
      ...(['original', 'core', 'cuttings', 'specimens', 'sections', 'samples', undefined] as const),
    ),
  }),
  fc.record({
    ...{ of: fc.constant('holdingChange' as const), ...of, on: day },
    kind: fc.constantFrom('original', 'physical'),
    change: fc.constantFrom('added', 'gone', 'changed'),
  }),
  fc.record({
    ...{ of: fc.constant('usage' as const), ...of, on: day, paid: fc.boolean() },
    userClass: fc.constantFrom(...askerKindCodes),
    purpose: fc.constantFrom(...purposeCodes),
    ...{ people: some, items: some },
  }),
  fc.record({
    ...{ of: fc.constant('copy' as const), ...of, on: day, copies: some, pages: some },
    userClass: fc.constantFrom(...askerKindCodes),
    purpose: fc.constantFrom(...purposeCodes),
  }),
  fc.record({
    ...{ of: fc.constant('request' as const), ...of, on: day },
    ...{ userClass: fc.constantFrom('unit', 'person'), purpose: fc.constantFrom('exploration', 'relief') },
  }),
  fc.record({
    ...{ of: fc.constant('opening' as const), ...of, on: day, way: fc.constantFrom(...useWays), times: some },
    ...{ userClass: fc.constantFrom('unit', 'open'), purpose: fc.constantFrom('exploration', 'open') },
  }),
  fc.record({ of: fc.constant('backup' as const), ...of, on: day, proved: fc.boolean() }),
  fc.record({ of: fc.constant('uptime' as const), ...of, on: day, minutes: some, up: some }),
);
