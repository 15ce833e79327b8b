import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { statesOf } from '../lifecycle.ts';
import { useModeCodes } from './codes.ts';
import { grantLifecycle } from './grant.ts';
import { openingRefusal, readingLifecycle, readingRefusal } from './reading.ts';

const today = '2026-11-29';
const grant = { state: 'active', until: today, mode: 'on-site', personName: '李 四' } as const;
const li = { kind: 'person', name: '李四' } as const;

describe('a reading is opened', () => {
  test.each([
    ['by its person, also on the last day', {}, li, undefined],
    [
      'by a name that is not that of the paper',
      {},
      { kind: 'person', name: '李四四' } as const,
      'reading-of-another',
    ],
    ['by staff, who show no paper', {}, { kind: 'staff' } as const, undefined],
    ['after the term', { until: '2026-11-28' }, li, 'grant-expired'],
    ['once it has expired', { state: 'expired' as const }, li, 'grant-expired'],
    ['once it was withdrawn', { state: 'withdrawn' as const }, li, 'grant-withdrawn'],
    ['before it is ready', { state: 'preparing' as const }, li, 'grant-not-ready'],
    ['of a grant for online use', { mode: 'read-online' as const }, li, 'reading-not-on-site'],
    ['after the term, by staff', { until: '2026-11-28' }, { kind: 'staff' } as const, 'grant-expired'],
  ])('%s', (_, more, reader, why) => expect(openingRefusal({ ...grant, ...more }, reader, today)).toBe(why));
});

test('pages are shown while it is open, on its own day, under an active grant on site, and never otherwise', () => {
  const days = fc.constantFrom('2026-11-28', today, '2026-11-30');
  fc.assert(
    fc.property(
      fc.constantFrom(...statesOf(readingLifecycle)),
      fc.record({
        state: fc.constantFrom(...statesOf(grantLifecycle)),
        until: days,
        mode: fc.constantFrom(...useModeCodes),
      }),
      days,
      (state, of, on) => {
        const shown = state === 'open' && on === today && of.state === 'active' && of.until >= today;
        expect(readingRefusal({ state, on }, of, today) === undefined).toBe(shown && of.mode === 'on-site');
      },
    ),
  );
});
