import {
  dutyRule,
  releaseDraft,
  releaseRule,
  routingDraft,
  routingRule,
  ruleDraft,
} from '@geoarchive/contract/rules.ts';
import { shippedReleaseRules } from '@geoarchive/domain/release-rules.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { describe, expect, test } from '@jest/globals';
import { draftFrom, draftOf, formOf } from './draft.ts';
import { releaseDraftOf, releaseFormOf } from './release-draft.ts';
import { routingDraftOf, routingFormOf } from './routing-draft.ts';
import { byRule, isInForce } from './versions.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const rules = shippedRules.map((rule) => dutyRule.parse(rule));

describe('the form of a rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('says %s again', (_, rule) => {
    const draft = draftFrom(rule);
    expect(plain(draftOf(formOf(draft)))).toEqual(plain(draft));
    expect(ruleDraft.safeParse(draftOf(formOf(draft))).success).toBe(true);
  });
  test('takes conditions, working days and the way they are counted', () => {
    const [rule] = rules;
    if (rule === undefined) throw new Error('no rules');
    const form = { ...formOf(draftFrom(rule)), way: 'after', days: 45, kind: 'working' } as const;
    expect(draftOf(form).effect).toEqual({ days: 45, kind: 'working' });
    expect(draftOf({ ...form, way: 'before', rollsOver: true }).effect).toMatchObject({
      days: -45,
      rollsOver: true,
    });
    expect(Object.is(Object(draftOf({ ...form, way: 'before', days: 0 }).effect).days, 0)).toBe(true);
    expect(draftOf({ ...form, retention: 'no', funding: ['central'] }).when).toEqual({
      retention: false,
      funding: ['central'],
    });
    expect(draftOf({ ...form, due: 'nothing-due', to: '2030-12-31' })).toMatchObject({
      effect: 'nothing-due',
      to: '2030-12-31',
    });
  });
});

test.each(shippedRouting.map((rule) => [rule.id, routingRule.parse(rule)] as const))(
  'the form of a rule of routing says %s again',
  (_, rule) => {
    const draft = routingDraftOf(routingFormOf(rule));
    expect({ ...rule, ...draft }).toEqual(rule);
    expect(routingDraft.parse(draft)).toEqual(draft);
  },
);
test('a condition that is left open is left out of a rule of routing', () => {
  const [marine] = shippedRouting;
  const form = { ...routingFormOf(routingRule.parse(marine)), marine: 'any' as const };
  expect(routingDraftOf(form).when).toEqual({});
  expect(
    routingDraftOf({
      ...form,
      ...{ marine: 'no', area: 'yes', funderKnown: 'no', minerals: ['coal'] },
      ...{ funding: ['local'], sources: ['engineering'], to: '2030-12-31' },
    }),
  ).toMatchObject({
    to: '2030-12-31',
    when: {
      ...{ marine: false, area: true, funderKnown: false, minerals: ['coal'] },
      ...{ funding: ['local'], sources: ['engineering'] },
    },
  });
});
test.each(shippedReleaseRules.map((rule) => [rule.id, releaseRule.parse(rule)] as const))(
  'the form of a rule of publication says %s again',
  (_, rule) => {
    const form = releaseFormOf(rule);
    expect({ ...rule, ...releaseDraftOf(form) }).toEqual(rule);
    const other = releaseDraftOf({ ...form, days: 20, kind: 'working', rollsOver: true });
    expect(releaseDraft.parse(other).latest).toEqual({ days: 20, kind: 'working', rollsOver: true });
  },
);

describe('the versions of a rule', () => {
  const first = { ...dutyRule.parse(shippedRules[0]), from: '2002-07-01' };
  const off = { ...first, version: 2, from: '2026-01-01', active: false };
  const later = { ...first, version: 3, from: '2027-01-01' };
  test('the latest that has begun counts, also when it is switched off', () => {
    expect(byRule([first, off, later], '2026-06-01')).toEqual([
      { id: first.id, counts: off, versions: [later, off, first] },
    ]);
    expect(byRule([later], '2026-06-01')[0]?.counts).toBe(later);
  });
  test('is in force between its days, when it is on', () => {
    expect([off, later, first].map((rule) => isInForce(rule, '2026-06-01'))).toEqual([false, false, true]);
    expect(isInForce({ ...first, to: '2026-05-31' }, '2026-06-01')).toBe(false);
  });
});
