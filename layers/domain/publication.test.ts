import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from './dates.ts';
import { type Axes, barsToPublication } from './publication.ts';

describe('what bars a file from publication', () => {
  const free: Axes = {
    secrecy: 'public',
    fileSecrecy: 'public',
    copyright: 'consented',
    window: { earliest: '2026-11-22', latest: '2027-02-20' },
    earlyConsent: false,
  };
  const codes = (more: Partial<Axes>, today = '2026-11-22') =>
    barsToPublication({ ...free, ...more }, today).map(({ code }) => code);

  test.each<[string, Partial<Axes>, string, string[]]>([
    ['nothing', {}, '2026-11-22', []],
    ['nothing after the latest day either', {}, '2030-01-01', []],
    ['the day before the earliest', {}, '2026-11-21', ['too-early']],
    ['the dossier is internal', { secrecy: 'internal' }, '2026-11-22', ['not-public']],
    ['the file is confidential', { fileSecrecy: 'confidential' }, '2026-11-22', ['not-public']],
    [
      'both are secret: said once',
      { secrecy: 'secret', fileSecrecy: 'top-secret' },
      '2026-11-22',
      ['not-public'],
    ],
    ['the last day of protection', { protectedUntil: '2026-11-22' }, '2026-11-22', ['protected']],
    ['the day after protection', { protectedUntil: '2026-11-21' }, '2026-11-22', []],
    ['copyright', { copyright: 'withheld' }, '2026-11-22', ['copyright-withheld']],
    ['no date', { window: undefined }, '2026-11-22', ['no-date']],
    [
      'everything at once',
      { secrecy: 'internal', protectedUntil: '2027-01-01', copyright: 'withheld' },
      '2026-11-21',
      ['not-public', 'protected', 'copyright-withheld', 'too-early'],
    ],
    // Art. 17: the submitter's consent opens early, but neither secrecy nor another's copyright.
    ['early, with consent', { earlyConsent: true }, '2020-01-01', []],
    ['protected, with consent', { earlyConsent: true, protectedUntil: '2030-01-01' }, '2026-11-22', []],
    ['no date, with consent', { earlyConsent: true, window: undefined }, '2026-11-22', []],
    [
      'secret and withheld, with consent',
      { earlyConsent: true, secrecy: 'secret', copyright: 'withheld' },
      '2026-11-22',
      ['not-public', 'copyright-withheld'],
    ],
  ])('%s', (_, more, today, expected) => {
    expect(codes(more, today)).toEqual(expected);
  });

  test('what is not public is never free, whatever the rest says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('internal', 'confidential', 'secret', 'top-secret'),
        fc.boolean(),
        fc.boolean(),
        fc.nat(9999),
        (secrecy, ofFile, earlyConsent, n) => {
          const axes = ofFile ? { fileSecrecy: secrecy } : { secrecy };
          expect(codes({ ...axes, earlyConsent }, addDays('2026-11-22', n))).toContain('not-public');
        },
      ),
    );
  });
});
