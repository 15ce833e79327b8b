import { expect, test } from '@jest/globals';
import { standingOn } from './standing.ts';

test.each([
  [{}, 'valid'],
  [{ from: '2026-11-24' }, 'valid'],
  [{ to: '2026-11-24' }, 'valid'],
  [{ from: '2026-11-25' }, 'coming'],
  [{ to: '2026-11-23' }, 'retired'],
])('%j is %s', (period, expected) => expect(standingOn(period, '2026-11-24')).toBe(expected));
