import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workCalendar } from '../calendar/working-days.ts';
import { dutiesOf, recheck } from './duties.ts';
import type { RegisterEntry } from './register.ts';
import { shippedRouting } from './routing.ts';
import { inForceOn } from './rule-version.ts';
import { type DutyRule, shippedRules } from './rules.ts';
import { entries } from './testing/arbitraries.ts';

const calendar = workCalendar();
const nodes = [{ code: 'NGA' }, { code: 'HB', province: '42' }, { code: 'SC', province: '51' }];
const context = { rules: shippedRules, routing: shippedRouting, nodes, calendar, today: '2026-11-24' };

const right = (of: Partial<RegisterEntry>): RegisterEntry => ({
  kind: 'exploration-right',
  number: 'T42',
  name: '某勘查',
  holders: [{ from: '2020-01-01', organisation: 'ORG' }],
  terms: [{ id: 't1', from: '2022-03-01', to: '2027-03-01' }],
  happenings: [],
  minerals: ['copper'],
  regions: ['420100'],
  ...of,
});
const mine = (of: Partial<RegisterEntry> = {}) => right({ kind: 'mining-right', number: 'C42', ...of });
const project = (of: Partial<RegisterEntry>) => right({ kind: 'state-project', number: 'P1', ...of });
const ended = (kind: RegisterEntry['happenings'][number]['kind'], on: string) => ({
  happenings: [{ id: 'h1', kind, on }],
});
const told = (entry: RegisterEntry, rules: readonly DutyRule[] = shippedRules) =>
  dutiesOf(entry, { ...context, rules }).map(
    ({ subject, due, node, proof }) => `${subject} ${due} ${node} ${proof.decides.reference.en}`,
  );
const art = (text: string) => `Regulation on Geological Data, art. ${text}`;

/** The table of the law: what happened, what is owed (domain.md §1.3 and §1.4). */
const table: [string, RegisterEntry, string[]][] = [
  ['exploration licence: 30 days before', right({}), [`t1 2027-01-30 HB ${art('10(1)')}`]],
  ['mining licence: 90 days before', mine(), [`t1 2026-12-01 HB ${art('10(2)')}`]],
  [
    'each term of a renewed right',
    right({
      terms: [
        { id: 't1', from: '2020-03-01', to: '2022-02-28' },
        { id: 't2', from: '2022-03-01', to: '2024-02-29' },
      ],
    }),
    [`t1 2022-01-29 HB ${art('10(1)')}`, `t2 2024-01-30 HB ${art('10(1)')}`],
  ],
  ['revoked: 15 days after', right(ended('revoked', '2025-05-20')), [`t1 2025-06-04 HB ${art('10(3)')}`]],
  [
    'revoked when it was due already: no more time',
    right(ended('revoked', '2027-02-20')),
    [`t1 2027-01-30 HB ${art('10(1)')}`],
  ],
  [
    'revoked after its end: the end counts',
    mine(ended('revoked', '2027-04-01')),
    [`t1 2026-12-01 HB ${art('10(2)')}`],
  ],
  [
    'terms after a revocation are none',
    right({
      ...ended('revoked', '2024-01-10'),
      terms: [
        { id: 't1', from: '2022-03-01', to: '2024-02-29' },
        { id: 't2', from: '2024-03-01', to: '2026-02-28' },
      ],
    }),
    [`t1 2024-01-25 HB ${art('10(3)')}`],
  ],
  [
    'staged closure of a mine: 180 days after, beside its end',
    mine(ended('stage-closed', '2026-01-31')),
    [`t1 2026-12-01 HB ${art('10(2)')}`, `h1 2026-07-30 HB ${art('10(2)1')}`],
  ],
  [
    'a new find: 180 days after',
    mine(ended('new-find', '2026-01-31')),
    [`t1 2026-12-01 HB ${art('10(2)')}`, `h1 2026-07-30 HB ${art('10(2)2')}`],
  ],
  [
    'construction: 180 days after its acceptance, not its end',
    right({ kind: 'engineering', ...ended('completed', '2026-02-28') }),
    [`h1 2026-08-27 HB ${art('10(4)')}`],
  ],
  ['construction not accepted yet', right({ kind: 'engineering' }), []],
  [
    'State-funded: 180 days after its end',
    project({ terms: [{ id: 't1', from: '2024-01-01', to: '2026-02-28' }] }),
    [`t1 2026-08-27 HB ${art('10(5)')}`],
  ],
  [
    'retention without new data',
    right({ terms: [{ id: 't1', from: '2025-03-01', to: '2027-03-01', retention: true }] }),
    [],
  ],
  [
    'retention with new data',
    right({ terms: [{ id: 't1', from: '2025-03-01', to: '2027-03-01', retention: true, newData: true }] }),
    [`t1 2027-01-30 HB ${art('10(1)')}`],
  ],
  ['a licence without an end', right({ terms: [{ id: 't1', from: '2022-03-01' }] }), []],
  ['before the Regulation', right({ terms: [{ id: 't1', from: '2000-01-01', to: '2002-06-30' }] }), []],
  [
    '29 February',
    mine({ terms: [{ id: 't1', from: '2020-02-29', to: '2024-02-29' }] }),
    [`t1 2023-12-01 HB ${art('10(2)')}`],
  ],
  ['oil goes to the ministry', right({ minerals: ['oil', 'copper'] }), [`t1 2027-01-30 NGA ${art('10(1)')}`]],
  ['uranium goes to the ministry', right({ minerals: ['uranium'] }), [`t1 2027-01-30 NGA ${art('10(1)')}`]],
  ['the sea goes to the ministry', right({ marine: true }), [`t1 2027-01-30 NGA ${art('10(1)')}`]],
  [
    'over two provinces: the larger area',
    right({ regions: ['510100', '420100'] }),
    [`t1 2027-01-30 SC ${art('10(1)')}`],
  ],
  [
    'a province without an archive here',
    right({ regions: ['540100'] }),
    [`t1 2027-01-30 NGA ${art('10(1)')}`],
  ],
  [
    'no area, central money',
    project({
      terms: [{ id: 't1', from: '2025-01-01', to: '2026-02-28' }],
      regions: [],
      funding: 'central',
      funderRegion: '510000',
    }),
    [`t1 2026-08-27 NGA ${art('10(5)')}`],
  ],
  [
    'no area, local money',
    project({
      terms: [{ id: 't1', from: '2025-01-01', to: '2026-02-28' }],
      regions: [],
      funding: 'local',
      funderRegion: '510000',
    }),
    [`t1 2026-08-27 SC ${art('10(5)')}`],
  ],
];

it.each(table)('%s', (_, entry, expected) => {
  expect(told(entry)).toEqual(expected);
});

it.each([
  ['to-mining', '2025-05-20', '2025-05-20'],
  ['cancelled', '2025-05-20', '2025-05-20'],
  ['merged', '2025-05-20', '2025-05-20'],
  ['cancelled', '2027-02-20', '2027-01-30'],
] as const)('a right that is %s on %s owes by %s at the latest', (kind, on, due) => {
  expect(dutiesOf(right(ended(kind, on)), context).map((duty) => duty.due)).toEqual([due]);
});

it('a block that is reduced owes nothing by itself, since the draft of 2019 was not adopted; with that rule switched on, by that day', () => {
  const shrunk = right(ended('shrunk', '2025-05-20'));
  expect(told(shrunk)).toEqual(told(right({})));
  const [draft] = shippedRules.filter(({ id }) => id === 'exploration-shrunk');
  if (draft === undefined) throw new Error('no such rule');
  const rules = [...shippedRules, { ...draft, version: 2, active: true }];
  const duties = dutiesOf(shrunk, { ...context, rules });
  expect(duties.map(({ subject, due }) => [subject, due])).toEqual([
    ['t1', '2027-01-30'],
    ['h1', '2025-05-20'],
  ]);
});

it('owes stage results of a long State-funded project, as original data', () => {
  const long = project({ terms: [{ id: 't1', from: '2020-02-29', to: '2026-12-31' }] });
  expect(dutiesOf(long, context).map(({ subject, due, needs }) => [subject, due, needs])).toEqual([
    ['t1-stage', '2023-08-27', ['original']],
    ['t1', '2027-06-29', ['result', 'original', 'physical']],
  ]);
});

it('moves the duty to who holds the right when it falls due, from the day of the transfer on', () => {
  const sold = right({
    holders: [
      { from: '2022-03-01', organisation: 'SELLER' },
      { from: '2026-11-25', organisation: 'BUYER' },
    ],
  });
  const owes = (today: string) => dutiesOf(sold, { ...context, today })[0]?.organisation;
  expect([owes('2026-11-24'), owes('2026-11-25')]).toEqual(['SELLER', 'BUYER']);
});

it('keeps the last day of the right for publication where it differs from the licence', () => {
  const term = { id: 't1', from: '2025-07-01', to: '2030-06-30', rightTo: '2045-06-30' };
  const [duty] = dutiesOf(mine({ terms: [term] }), context);
  expect(duty).toMatchObject({ due: '2030-04-01', licenceEnd: '2045-06-30' });
});

it('a version made later counts for the occasions from its first day on, also past ones', () => {
  const shipped = shippedRules.find(({ id }) => id === 'exploration-expiry');
  if (shipped === undefined) throw new Error('no such rule');
  const earlier = {
    ...shipped,
    version: 2,
    from: '2024-01-01',
    effect: { days: -60, kind: 'calendar' as const },
  };
  const rules = [...shippedRules, earlier];
  const old = { id: 't1', from: '2021-01-01', to: '2023-03-02' };
  const late = { id: 't2', from: '2023-03-03', to: '2025-03-02' };
  const dues = dutiesOf(right({ terms: [old, late] }), { ...context, rules }).map(({ due }) => due);
  expect(dues).toEqual(['2023-01-31', '2025-01-01']);
  expect(
    inForceOn([...rules, { ...earlier, version: 3, active: false }], '2025-01-01').map(({ id }) => id),
  ).not.toContain('exploration-expiry');
});

it('every due date can be reckoned again from its proof, and is the earliest of those beside it', () => {
  fc.assert(
    fc.property(entries(), (entry) => {
      for (const { due, proof } of dutiesOf(entry, context)) {
        expect(recheck(proof.decides)).toBe(due);
        expect(proof.beside.every((one) => one.due >= due)).toBe(true);
      }
    }),
  );
});

it('of working days, and of a last day that rolls over, too, whatever becomes of the holiday tables', () => {
  const effects = [
    { days: 10, kind: 'working' as const },
    { days: -10, kind: 'working' as const },
    { days: 5, kind: 'calendar' as const, rollsOver: true },
  ];
  // Autumn 2025: the week of the National Day, with the Sunday before and the Saturday after worked.
  const terms = [{ id: 't1', from: '2021-01-01', to: '2025-09-26' }];
  for (const effect of effects) {
    const rules = shippedRules.map((one) => (one.id === 'exploration-expiry' ? { ...one, effect } : one));
    const [duty] = dutiesOf(right({ terms }), { ...context, rules });
    if (duty === undefined) throw new Error('nothing owed');
    const { decides } = duty.proof;
    expect(recheck(decides)).toBe(duty.due);
    // By weekends alone most would fall on another day.
    const { calendar: _, ...bare } = decides;
    if (effect.days === 10) expect(recheck(bare)).not.toBe(duty.due);
    expect(decides.calendar).toBeDefined();
  }
});

it('owes one thing per term at most, and nothing for what began after the right ended', () => {
  fc.assert(
    fc.property(entries(), (entry) => {
      const subjects = dutiesOf(entry, context).map(({ subject }) => subject);
      expect(new Set(subjects).size).toBe(subjects.length);
    }),
  );
});
