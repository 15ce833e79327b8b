import { expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { minerals } from '../codes/minerals.ts';
import { shippedReleaseRules } from '../release-rules.ts';
import type { RegisterEntry } from './register.ts';
import { fundingLevels } from './register.ts';
import { type ReceivingNode, type RoutingRule, receiverOf, routingHolds, shippedRouting } from './routing.ts';
import { shippedRules } from './rules.ts';
import { entries } from './testing/arbitraries.ts';

const nodes = [{ code: 'NGA' }, { code: 'HB', province: '42' }, { code: 'SC', province: '51' }];
const day = '2026-11-24';
const entry = (of: Partial<RegisterEntry>): RegisterEntry => ({
  kind: 'state-project',
  number: 'P1',
  name: '某项目',
  holders: [],
  terms: [],
  happenings: [],
  minerals: ['copper'],
  regions: ['420100'],
  ...of,
});
const art9 = 'Regulation on Geological Data, art. 9';
const byFunds =
  'Over several provinces the one with the larger work area; without an area by who pays (notice of Qinghai; national text to be verified)';

/** The table of receivers (domain.md §1.3), as it was fixed in code before it became data: case → archive, row, article. */
const table: [string, Partial<RegisterEntry>, string, string, string][] = [
  ['the sea', { marine: true }, 'NGA', 'marine', art9],
  ['the sea, whatever the mineral', { marine: true, minerals: ['oil'] }, 'NGA', 'marine', art9],
  ['oil', { minerals: ['oil'] }, 'NGA', 'ministry-minerals', art9],
  ['natural gas beside copper', { minerals: ['copper', 'natural-gas'] }, 'NGA', 'ministry-minerals', art9],
  ['coalbed methane', { minerals: ['coalbed-methane'] }, 'NGA', 'ministry-minerals', art9],
  ['shale gas', { minerals: ['shale-gas'] }, 'NGA', 'ministry-minerals', art9],
  ['gas hydrate', { minerals: ['gas-hydrate'] }, 'NGA', 'ministry-minerals', art9],
  ['uranium', { minerals: ['uranium'] }, 'NGA', 'ministry-minerals', art9],
  ['thorium', { minerals: ['thorium'] }, 'NGA', 'ministry-minerals', art9],
  ['coal', { minerals: ['coal'] }, 'HB', 'work-province', art9],
  ['no mineral', { minerals: [] }, 'HB', 'work-province', art9],
  ['the province of the work', {}, 'HB', 'work-province', art9],
  ['the larger area of two provinces', { regions: ['510100', '420100'] }, 'SC', 'work-province', art9],
  ['a province without an archive here', { regions: ['540100'] }, 'NGA', 'work-province', art9],
  ['an area, whoever pays', { funding: 'central', funderRegion: '510000' }, 'HB', 'work-province', art9],
  ['no area, central money', { regions: [], funding: 'central' }, 'NGA', 'no-area-central', byFunds],
  [
    'no area, central money of a province',
    { regions: [], funding: 'central', funderRegion: '510000' },
    'NGA',
    'no-area-central',
    byFunds,
  ],
  [
    'no area, local money',
    { regions: [], funding: 'local', funderRegion: '510000' },
    'SC',
    'no-area-funder',
    byFunds,
  ],
  [
    'no area, private money',
    { regions: [], funding: 'social', funderRegion: '420000' },
    'HB',
    'no-area-funder',
    byFunds,
  ],
  [
    'no area, a funder whose means are not said',
    { regions: [], funderRegion: '420000' },
    'HB',
    'no-area-funder',
    byFunds,
  ],
  [
    'no area, a funder of a province without an archive here',
    { regions: [], funding: 'local', funderRegion: '540000' },
    'NGA',
    'no-area-funder',
    byFunds,
  ],
  ['no area, nothing known of the funder', { regions: [], funding: 'local' }, 'NGA', 'no-rule', byFunds],
];

it.each(table)('%s', (_, of, node, rule, article) => {
  const receiver = receiverOf(entry(of), day, { routing: shippedRouting, nodes });
  expect([receiver.node, receiver.rule, receiver.reference.en]).toEqual([node, rule, article]);
});

test('an entry is forwarded to the other provinces; a missing archive is said', () => {
  const routing = shippedRouting;
  expect(
    receiverOf(entry({ regions: ['510100', '420100', '420200'] }), day, { routing, nodes }).forwardsTo,
  ).toEqual(['42']);
  expect(receiverOf(entry({ regions: ['540100'] }), day, { routing, nodes }).instead).toBe('54');
  expect(receiverOf(entry({ regions: [], funding: 'central' }), day, { routing, nodes })).not.toHaveProperty(
    'instead',
  );
});

/** The rules as they stood in code before they became data: what the rows that come with the system have to give. */
const before = (of: RegisterEntry, all: readonly ReceivingNode[]) => {
  const ministry = [
    'oil',
    'natural-gas',
    'coalbed-methane',
    'shale-gas',
    'gas-hydrate',
    'uranium',
    'thorium',
  ];
  const national = 'NGA';
  const provinces = [...new Set(of.regions.map((code) => code.slice(0, 2)))];
  const place = (wanted: string | undefined) =>
    all.find(({ province }) => province === wanted)?.code ?? national;
  if (of.marine === true) return { node: national, rule: 'marine', forwardsTo: [] };
  if (of.minerals.some((one) => ministry.includes(one)))
    return { node: national, rule: 'ministry-minerals', forwardsTo: [] };
  if (of.regions.length > 0)
    return { node: place(provinces[0]), rule: 'work-province', forwardsTo: provinces.slice(1) };
  if (of.funding === 'central') return { node: national, rule: 'no-area-central', forwardsTo: [] };
  if (of.funderRegion !== undefined)
    return { node: place(of.funderRegion.slice(0, 2)), rule: 'no-area-funder', forwardsTo: [] };
  return { node: national, rule: 'no-rule', forwardsTo: [] };
};
const places = fc.record({
  entry: entries(),
  minerals: fc.subarray(['copper', 'oil', 'uranium', 'shale-gas']),
  regions: fc.subarray(['420100', '510100', '540000']),
  marine: fc.constantFrom(true, false, undefined),
  funding: fc.constantFrom(...fundingLevels, undefined),
  funderRegion: fc.constantFrom('420000', '540000', undefined),
  on: fc.constantFrom('1999-01-01', '2010-06-30', '2040-12-31'),
});

test('the rows that come with the system give what was fixed in code before, for any day', () => {
  fc.assert(
    fc.property(places, ({ entry: of, on, ...more }) => {
      const one = { ...of, ...more };
      expect(receiverOf(one, on, { routing: shippedRouting, nodes })).toMatchObject(before(one, nodes));
    }),
    { numRuns: 500 },
  );
});

const row = (id: string, of: Partial<RoutingRule>): RoutingRule => {
  const shipped = shippedRouting.find((one) => one.id === id);
  if (shipped === undefined) throw new Error(`no row ${id}`);
  return { ...shipped, version: 2, ...of };
};

test('the version counts in which the day of the occasion lies', () => {
  const coal = row('ministry-minerals', {
    from: '2027-01-01',
    when: { minerals: ['oil', 'coal'] },
  });
  const routing = [...shippedRouting, coal];
  const of = (on: string) => receiverOf(entry({ minerals: ['coal'] }), on, { routing, nodes });
  expect(of('2026-12-31')).toMatchObject({ node: 'HB', rule: 'work-province', version: 1 });
  expect(of('2027-01-01')).toMatchObject({ node: 'NGA', rule: 'ministry-minerals', version: 2 });
});

test('rows come in their order, and one that is off or has ended is passed over', () => {
  const named = row('ministry-named', { active: true, when: { sources: ['state-project'] } });
  const of = (more: readonly RoutingRule[], on = day) =>
    receiverOf(entry({}), on, { routing: [...shippedRouting, ...more], nodes }).rule;
  expect(of([])).toBe('work-province');
  expect(of([named])).toBe('ministry-named');
  expect(of([{ ...named, order: 45 }])).toBe('work-province');
  expect(of([{ ...named, active: false }])).toBe('work-province');
  expect(of([{ ...named, to: '2026-11-23' }])).toBe('work-province');
  expect(of([{ ...named, to: '2026-11-24' }])).toBe('ministry-named');
});

test.each<[string, RoutingRule['when'], Partial<RegisterEntry>, boolean]>([
  ['nothing asked', {}, {}, true],
  ['on land', { marine: false }, { marine: true }, false],
  ['on land, where nothing is said', { marine: false }, {}, true],
  ['one of several minerals', { minerals: ['oil', 'copper'] }, {}, true],
  ['none of the minerals', { minerals: ['oil'] }, {}, false],
  ['with an area', { area: true }, { regions: [] }, false],
  ['without an area', { area: false }, { regions: [] }, true],
  ['funding not said', { funding: ['central'] }, {}, false],
  ['funding said', { funding: ['central', 'local'] }, { funding: 'local' }, true],
  ['funder unknown', { funderKnown: false }, {}, true],
  ['funder known', { funderKnown: false }, { funderRegion: '420000' }, false],
  ['of a kind', { sources: ['mining-right'] }, {}, false],
  ['all of them', { sources: ['state-project'], area: true, minerals: ['copper'], marine: false }, {}, true],
])('a condition: %s', (_, when, of, holds) => {
  expect(routingHolds(when, entry(of))).toBe(holds);
});

test('the minerals that go to the ministry stand in the list of minerals', () => {
  const known = new Set(minerals.entries.map(({ slug }) => slug));
  const asked = shippedRouting.flatMap(({ when }) => when.minerals ?? []);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((slug) => !known.has(slug))).toEqual([]);
});

test('no two rules of whatever family have the same id: the trail of each is found by it', () => {
  const ids = [...shippedRules, ...shippedRouting, ...shippedReleaseRules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
