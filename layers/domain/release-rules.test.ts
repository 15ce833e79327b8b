import { expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { workCalendar } from './calendar/working-days.ts';
import { addDays, type Day } from './dates.ts';
import { taskSources } from './publication.ts';
import {
  publicationWindow,
  type ReleaseFacts,
  type ReleaseRule,
  shippedReleaseRules,
} from './release-rules.ts';

const calendar = workCalendar();
const context = { release: shippedReleaseRules, calendar };
const submitted = '2026-11-22';
const [rights, others] = shippedReleaseRules;
if (rights === undefined || others === undefined)
  throw new Error('The rules that come with the system are gone');
const article = 'Regulation on Geological Data, art. 15';

/** What the rule of a window says of itself. */
const articleOf = (release: readonly ReleaseRule[], facts: ReleaseFacts): string | undefined => {
  const rule = publicationWindow(facts, { release, calendar })?.rule;
  return release.find(({ id, version }) => id === rule?.id && version === rule.version)?.reference.en;
};

/** The table of art. 15 (domain.md §1.5): of what, licence until, submitted on → earliest and latest day. */
const table: [string, ReleaseFacts, [Day, Day] | undefined][] = [
  [
    'exploration right: 30 days from the end of its licence',
    { source: 'exploration-right', submitted, licenceEnd: '2027-03-31' },
    ['2027-03-31', '2027-04-30'],
  ],
  [
    'mining right',
    { source: 'mining-right', submitted, licenceEnd: '2027-12-31' },
    ['2027-12-31', '2028-01-30'],
  ],
  [
    'a right that is not handed in yet',
    { source: 'mining-right', licenceEnd: '2027-12-31' },
    ['2027-12-31', '2028-01-30'],
  ],
  [
    'a right that ended before the Regulation',
    { source: 'mining-right', submitted, licenceEnd: '1990-01-31' },
    ['1990-01-31', '1990-03-02'],
  ],
  ['a right without a known end', { source: 'exploration-right', submitted }, undefined],
  [
    'State-funded: 90 days from submission',
    { source: 'state-project', submitted },
    [submitted, '2027-02-20'],
  ],
  ['construction', { source: 'engineering', submitted }, [submitted, '2027-02-20']],
  // The end of a licence means nothing where no right is the reason.
  ['other work', { source: 'other', submitted, licenceEnd: '2030-01-01' }, [submitted, '2027-02-20']],
  ['other work that is not handed in yet', { source: 'other', licenceEnd: '2030-01-01' }, undefined],
  ['over 29 February', { source: 'other', submitted: '2024-01-31' }, ['2024-01-31', '2024-04-30']],
];

it.each(table)('%s', (_, facts, days) => {
  const window = publicationWindow(facts, context);
  expect(window && [window.earliest, window.latest]).toEqual(days);
  expect(articleOf(shippedReleaseRules, facts)).toBe(days === undefined ? undefined : article);
});

const facts = fc.record(
  {
    source: fc.constantFrom(...taskSources),
    submitted: fc.nat(20_000).map((n) => addDays('1985-01-01', n)),
    licenceEnd: fc.option(
      fc.nat(20_000).map((n) => addDays('1985-01-01', n)),
      { nil: undefined },
    ),
  },
  { requiredKeys: ['source', 'submitted'] },
);

test('the rules that come with the system give what was fixed in code before: 30 days for rights, 90 for the rest', () => {
  fc.assert(
    fc.property(facts, ({ source, submitted: on, licenceEnd }) => {
      const window = publicationWindow({ source, submitted: on, licenceEnd }, context);
      const days = window && { earliest: window.earliest, latest: window.latest };
      if (!source.endsWith('-right')) expect(days).toEqual({ earliest: on, latest: addDays(on, 90) });
      else
        expect(days).toEqual(
          licenceEnd === undefined ? undefined : { earliest: licenceEnd, latest: addDays(licenceEnd, 30) },
        );
    }),
  );
});

const later: ReleaseRule = {
  ...rights,
  version: 2,
  from: '2027-06-01',
  latest: { days: 60, kind: 'calendar' },
};

test('the version counts in which the counted day lies, whenever the data come', () => {
  const release = [...shippedReleaseRules, later];
  const of = (licenceEnd: Day) =>
    publicationWindow({ source: 'mining-right', submitted, licenceEnd }, { release, calendar });
  expect(of('2027-05-31')).toEqual({
    earliest: '2027-05-31',
    latest: '2027-06-30',
    rule: { id: 'release-rights', version: 1 },
  });
  expect(of('2027-06-01')).toEqual({
    earliest: '2027-06-01',
    latest: '2027-07-31',
    rule: { id: 'release-rights', version: 2 },
  });
});

test('days may be working days, or a last day that is a day off moves on', () => {
  const with_ = (latest: ReleaseRule['latest']) => [others, { ...others, version: 2, latest }];
  const latest = (of: ReleaseRule['latest']) =>
    publicationWindow({ source: 'other', submitted: '2026-11-20' }, { release: with_(of), calendar })?.latest;
  // A Friday: five working days later is the next one; the eighth calendar day is a Saturday.
  expect(latest({ days: 5, kind: 'working' })).toBe('2026-11-27');
  expect(latest({ days: 8, kind: 'calendar' })).toBe('2026-11-28');
  expect(latest({ days: 8, kind: 'calendar', rollsOver: true })).toBe('2026-11-30');
});

test('a rule that is switched off gives no days, and none is taken in its place', () => {
  const release = [...shippedReleaseRules, { ...rights, version: 2, from: '2026-01-01', active: false }];
  const of = (licenceEnd: Day) =>
    publicationWindow({ source: 'mining-right', submitted, licenceEnd }, { release, calendar });
  expect(of('2026-01-01')).toBeUndefined();
  expect(of('2025-12-31')).toMatchObject({ latest: '2026-01-30' });
});
