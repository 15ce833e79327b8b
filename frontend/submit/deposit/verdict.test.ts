import { type DepositState, depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { expect, test } from '@jest/globals';
import en from '../i18n/en.json' with { type: 'json' };
import zh from '../i18n/zh.json' with { type: 'json' };
import { verdictTexts } from './verdict.ts';

const blocked = { errors: 2, warnings: 1 };
const warned = { errors: 0, warnings: 3 };
const clean = { errors: 0, warnings: 0 };
const verdicts = [blocked, warned, clean];
// Object.keys widens to string[]; the lifecycle's own keys are the states.
const states = Object.keys(depositLifecycle.states) as DepositState[];

test.each([
  [blocked, 'error', 'report.blocked', 'report.blockedNext'],
  [warned, 'warning', 'report.warned', 'report.next'],
  [clean, 'success', 'report.clean', 'report.next'],
] as const)('checked with %j', (verdict, tone, title, next) =>
  expect(verdictTexts('checked', verdict)).toEqual({ tone, title, next }),
);

test.each(states.filter((state) => state !== 'checked'))('%s gets no advice to hand in', (state) => {
  for (const verdict of verdicts) {
    const { next, title } = verdictTexts(state, verdict);
    expect(next).toBeUndefined();
    expect(title).toMatch(/Then$/);
  }
});

test('each text exists in both languages', () => {
  for (const state of states)
    for (const verdict of verdicts) {
      const { title, next = title } = verdictTexts(state, verdict);
      for (const key of [title, next])
        for (const { report } of [zh, en]) expect(report).toHaveProperty(key.replace('report.', ''));
    }
});
