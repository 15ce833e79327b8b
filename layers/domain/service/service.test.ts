import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secrecyLevels } from '../secrecy.ts';
import { askerKindCodes, useModeCodes } from './codes.ts';
import { eligibilityOf, missingFor, needCodes, type UseFacts, useRules } from './eligibility.ts';
import { type GrantFacts, grantLifecycle, refusalOf, watermarkOf } from './grant.ts';
import { isDecided, useItemLifecycle } from './item.ts';
import { isRobot } from './robots.ts';

const today = '2026-11-29';
const plain: UseFacts = { secrecy: 'public', copyright: 'consented', earlyConsent: false, open: false };
const shielded: UseFacts = { ...plain, protectedUntil: '2027-01-01' };
const asks = (of: UseFacts, who: (typeof askerKindCodes)[number]) => eligibilityOf(of, who, today).needs;

describe('who may use what', () => {
  test.each([
    ['a protected record, a unit', shielded, 'unit', ['consent', 'unit-letter', 'identity']],
    ['a protected record, a person', shielded, 'person', ['consent', 'identity']],
    [
      'the last day of the protection',
      { ...plain, protectedUntil: today },
      'person',
      ['consent', 'identity'],
    ],
    ['protection over', { ...plain, protectedUntil: '2026-11-28' }, 'person', ['identity']],
    ['consent recorded at submission', { ...shielded, earlyConsent: true }, 'person', ['identity']],
    [
      'copyright withheld',
      { ...plain, copyright: 'withheld' },
      'unit',
      ['consent', 'unit-letter', 'identity'],
    ],
    ['disaster relief', shielded, 'relief', ['after-review', 'unit-letter', 'identity']],
    ['a foreign user', plain, 'foreign', ['foreign-route', 'identity']],
    ['open already', { ...plain, open: true }, 'unit', ['open-already']],
    ['internal', { ...plain, secrecy: 'internal' }, 'unit', ['refused']],
  ] as const)('%s', (_, of, who, wanted) => expect(asks(of, who)).toEqual(wanted));

  const facts = fc.record({
    secrecy: fc.constantFrom(...secrecyLevels),
    protectedUntil: fc.constantFrom(undefined, '2020-01-01', '2030-01-01'),
    copyright: fc.constantFrom('consented' as const, 'withheld' as const),
    earlyConsent: fc.boolean(),
    open: fc.boolean(),
  });
  test('nothing opens a state secret, whoever asks and whatever was looked at', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...askerKindCodes), (of, who) => {
        if (['public', 'internal'].includes(of.secrecy)) return;
        const missing = missingFor(eligibilityOf(of, who, today), { consent: true, checked: needCodes });
        expect(missing).toContain('refused');
      }),
    );
  });
  test('consent is not met by a tick, only by the submitter', () => {
    const found = eligibilityOf(shielded, 'person', today);
    expect(missingFor(found, { consent: false, checked: ['consent', 'identity'] })).toEqual(['consent']);
    expect(missingFor(found, { consent: true, checked: ['identity'] })).toEqual([]);
    expect(missingFor(found, { consent: true, checked: [] })).toEqual(['identity']);
  });
  test('every rule says why, in both languages, and where it comes from', () => {
    for (const { why, source } of useRules) {
      expect(why.zh).toMatch(/[一-鿿]/);
      expect(why.en).toMatch(/^[A-Z]/);
      expect(source).not.toBe('');
    }
  });
});

describe('whether a grant may be used', () => {
  const grant: GrantFacts = {
    person: 'li',
    state: 'active',
    until: today,
    used: 0,
    allowed: 2,
    mode: 'read-online',
  };
  test.each([
    ['on its last day', {}, 'li', today, undefined],
    ['the day after', {}, 'li', '2026-11-30', 'grant-expired'],
    ['by another person', {}, 'wang', today, 'grant-of-another'],
    ['once too often', { used: 2 }, 'li', today, 'grant-used-up'],
    ['withdrawn', { state: 'withdrawn' }, 'li', today, 'grant-withdrawn'],
    ['ended by the clock', { state: 'expired' }, 'li', today, 'grant-expired'],
    ['before it is there', { state: 'preparing' }, 'li', today, 'grant-not-ready'],
    ['on site', { mode: 'on-site' }, 'li', today, 'grant-on-site'],
  ] as const)('%s', (_, more, by, on, wanted) =>
    expect(refusalOf({ ...grant, ...more }, by, on)).toBe(wanted),
  );

  test('another person learns nothing of how it stands', () => {
    for (const state of ['preparing', 'active', 'expired', 'withdrawn'] as const)
      for (const mode of useModeCodes)
        expect(refusalOf({ ...grant, state, mode, used: 9 }, 'wang', '2030-01-01')).toBe('grant-of-another');
  });
  test('an ended grant never comes back', () => {
    for (const move of Object.values(grantLifecycle.moves))
      for (const ended of ['expired', 'withdrawn'] as const) expect(move.from).not.toContain(ended);
  });
});

test('what was decided is not decided again', () => {
  for (const move of Object.values(useItemLifecycle.moves))
    for (const state of move.from) expect(isDecided(state)).toBe(false);
});

test('programs are told from people by what they call themselves', () => {
  const people = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  ];
  const programs = [
    '',
    ' ',
    undefined,
    'curl/8.5.0',
    'Googlebot/2.1',
    'Baiduspider',
    'python-requests/2.32',
    'node',
  ];
  expect(people.map(isRobot)).toEqual(people.map(() => false));
  expect(programs.map(isRobot)).toEqual(programs.map(() => true));
});

test('the watermark names person, unit, grant and day', () => {
  const of = { name: '李四', number: 'LY-NGA-2026-00001', day: today };
  expect(watermarkOf({ ...of, unit: '某院' })).toBe('李四  某院  LY-NGA-2026-00001  2026-11-29');
  expect(watermarkOf({ ...of, unit: '' })).toBe('李四  LY-NGA-2026-00001  2026-11-29');
});
