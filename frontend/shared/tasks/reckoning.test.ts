import { workCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import { dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import { occasionNames } from '@geoarchive/domain/supervision/occasions.ts';
import type { HappeningKind, RegisterEntry } from '@geoarchive/domain/supervision/register.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { type DutyRule, shippedRules } from '@geoarchive/domain/supervision/rules.ts';
import { describe, expect, test } from '@jest/globals';
import i18next from 'i18next';
import en from '../i18n/en.json' with { type: 'json' };
import zh from '../i18n/zh.json' with { type: 'json' };
import { reckoningWords } from './reckoning.ts';

const languages = ['zh', 'en'] as const;
const i18n = i18next.createInstance();
await i18n.init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  interpolation: { escapeValue: false },
});
const calendar = workCalendar();
const nodes = [{ code: 'NGA' }];
const terms = ['licence-end', 'project-end', 'third-year'];
/** An entry of which this rule, alone, makes a duty: a long term, and what the rule counts from. */
const entryFor = ({ sources: [kind = 'other'], occasion }: DutyRule): RegisterEntry => ({
  ...{ kind, number: 'T1', name: '某矿', node: 'NGA', regions: ['420100'], minerals: [] },
  holders: [{ organisation: 'MINE', from: '2012-01-01' }],
  terms: [{ id: 't1', from: '2012-01-01', to: '2030-01-01' }],
  happenings: terms.includes(occasion)
    ? []
    : // What is no term is a happening.
      [{ id: 'h1', kind: occasion as HappeningKind, on: '2026-03-02' }],
});
const reckonedBy = (rule: DutyRule) =>
  dutiesOf(entryFor(rule), {
    rules: [rule],
    routing: shippedRouting,
    nodes,
    calendar,
    today: '2026-04-01',
  }).map(({ proof: { decides } }) => decides);
const wordsOf = (language: (typeof languages)[number], of: ReturnType<typeof reckonedBy>[number]) =>
  reckoningWords({ t: i18n.getFixedT(language), say: (text) => text[language] }, of);
/** What a rule frees of owes nothing, so no task tells of it. */
const rules = shippedRules
  .filter(({ effect }) => effect !== 'nothing-due')
  .map((rule) => ({ ...rule, active: true }));

describe.each(languages)('in %s', (language) => {
  const { kinds } = { zh, en }[language].proof;
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says from what, how many days of which kind, by when and why',
    (_, rule) => {
      const reckoned = reckonedBy(rule);
      expect(reckoned.map(({ rule: id }) => id)).toEqual([rule.id]);
      for (const of of reckoned) {
        const words = wordsOf(language, of);
        const parts = [
          occasionNames[of.occasion][language],
          of.on,
          of.due,
          of.reference[language],
          rule.name[language],
        ];
        for (const part of parts) expect(words).toContain(part);
        if (of.days !== 0) expect(words).toContain(`${Math.abs(of.days)} `);
        if (of.days !== 0) expect(words).toContain(kinds[of.kind]);
        expect(words).not.toMatch(/[{}]|undefined|proof\./);
      }
    },
  );
});

test('before, after and on the day; working days, and a last day that is off', () => {
  const [base] = rules.filter(({ id }) => id === 'exploration-expiry').flatMap(reckonedBy);
  if (base === undefined) throw new Error('no reckoning');
  expect(wordsOf('zh', base)).toBe(
    '许可证有效期届满：2030-01-01。应在此日之前 30 个自然日汇交，最迟 2029-12-02。依据：《地质资料管理条例》第十条第（一）项；规则“探矿权届满”（exploration-expiry）第 1 版。',
  );
  expect(wordsOf('en', { ...base, days: 5, kind: 'working', rollsOver: true })).toContain(
    'To be submitted within 5 working days after that day (moved on when the last day is off), by 2029-12-02 at the latest.',
  );
  expect(wordsOf('zh', { ...base, days: 0 })).toContain('。应不晚于当日汇交，最迟 ');
});
