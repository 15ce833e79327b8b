import { expect, test } from '@jest/globals';
import { mostTries, reasonOfStatus, retryAfter, webhookKinds } from './webhooks.ts';

test('tries grow further apart, last over a night, and end', () => {
  const waits = Array.from({ length: mostTries - 1 }, (_, n) => retryAfter(n + 1));
  expect(waits).toEqual([...waits].sort((a, b) => Number(a) - Number(b)));
  expect(waits.every((seconds) => seconds !== undefined && seconds > 0)).toBe(true);
  expect(waits.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0)).toBeGreaterThan(15 * 3600);
  expect(retryAfter(mostTries)).toBeUndefined();
});

test('any 2xx has taken it; a redirect is told apart', () => {
  expect([200, 202, 204, 299].map(reasonOfStatus)).toEqual([undefined, undefined, undefined, undefined]);
  expect([301, 307, 400, 410, 500, 503, 199].map(reasonOfStatus)).toEqual([
    ...['redirect', 'redirect', 'status', 'status', 'status', 'status', 'status'],
  ]);
});

test('what goes to organisations, and nothing of the archive', () => {
  expect(webhookKinds).toContain('deposit-returned');
  expect(webhookKinds).not.toContain('review-arrived');
});
