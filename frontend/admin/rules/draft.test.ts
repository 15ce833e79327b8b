import { dutyRule, ruleDraft } from '@geoarchive/contract/supervision.ts';
import { shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { describe, expect, test } from '@jest/globals';
import { draftFrom, draftOf, formOf } from './draft.ts';
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
