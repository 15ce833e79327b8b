import type { Day } from '../dates.ts';
import { isStateSecret, type Secrecy } from '../secrecy.ts';
import type { Bilingual } from '../text.ts';
import type { AskerKind } from './codes.ts';

/** What of a record counts for its use. */
export type UseFacts = {
  secrecy: Secrecy;
  protectedUntil?: Day | undefined;
  copyright: 'consented' | 'withheld';
  /** Recorded at submission: the submitter agrees to use before its time (art. 17). */
  earlyConsent: boolean;
  /** Whether all its files are public: then nobody has to ask. */
  open: boolean;
};

/** What a rule asks for. A refusal ends the matter; all others add up. */
export const needs = {
  none: { zh: '可以利用', en: 'May be used' },
  'open-already': { zh: '已公开，可直接下载', en: 'Open already: download it from the portal' },
  identity: { zh: '有效证件', en: 'A valid identity paper' },
  'unit-letter': { zh: '单位介绍信', en: 'A letter of the unit' },
  consent: { zh: '汇交人书面同意', en: 'The written consent of the submitter' },
  'foreign-route': { zh: '涉外提供审批', en: 'The approval route for foreign users' },
  'after-review': { zh: '先行提供，事后复核', en: 'Given at once, reviewed afterwards' },
  refused: { zh: '不得提供', en: 'Must not be given' },
} as const satisfies Record<string, Bilingual>;
export type Need = keyof typeof needs;
const isNeed = (name: string): name is Need => Object.hasOwn(needs, name);
export const needCodes: readonly Need[] = Object.keys(needs).filter(isNeed);

type Rule = {
  code: string;
  when: (of: UseFacts, who: AskerKind, today: Day) => boolean;
  need: Need;
  why: Bilingual;
  source: string;
};

const isProtected = ({ protectedUntil, earlyConsent }: UseFacts, today: Day): boolean =>
  protectedUntil !== undefined && today <= protectedUntil && !earlyConsent;

/**
 * Who may use what, and what it takes: the rules as data, read from above. State secrets do not enter the system; of a record that
 * was found to be one later, or is not public in secrecy, nothing is given to anybody outside.
 */
export const useRules: readonly Rule[] = [
  {
    code: 'state-secret',
    when: ({ secrecy }) => isStateSecret(secrecy),
    need: 'refused',
    why: { zh: '属于国家秘密，不通过本系统提供。', en: 'A state secret: never given through this system.' },
    source: '保守国家秘密法；条例第二十三条',
  },
  {
    code: 'internal',
    when: ({ secrecy }, who) => secrecy === 'internal' && who !== 'relief',
    need: 'refused',
    why: { zh: '密级为“内部”，不对外提供。', en: 'It is "internal": not given to outside users.' },
    source: 'domain.md §6.1',
  },
  {
    code: 'open',
    when: ({ open }) => open,
    need: 'open-already',
    why: { zh: '全部文件已公开，无需申请。', en: 'All of it is public: no request is needed.' },
    source: '条例第十九条',
  },
  {
    code: 'relief',
    when: (_, who) => who === 'relief',
    need: 'after-review',
    why: {
      zh: '救灾等公共利益需要，政府部门可无偿利用受保护资料。',
      en: 'For disaster relief and other public interest, government uses protected data free of charge.',
    },
    source: '条例第十八条',
  },
  {
    code: 'relief-letter',
    when: (_, who) => who === 'relief',
    need: 'unit-letter',
    why: { zh: '政府部门须出具公函。', en: 'The government unit writes a letter.' },
    source: '办法第二十条',
  },
  {
    code: 'foreign',
    when: (_, who) => who === 'foreign',
    need: 'foreign-route',
    why: {
      zh: '境外组织或个人利用，须经涉外提供审批。',
      en: 'Use by foreign organisations or persons takes a special approval.',
    },
    source: 'domain.md §1.7 [S21]',
  },
  {
    code: 'protected',
    when: (of, who, today) => who !== 'relief' && isProtected(of, today),
    need: 'consent',
    why: {
      zh: '处于保护期，须有汇交人书面同意。',
      en: 'It is protected: the submitter must consent in writing.',
    },
    source: '条例第十八条；办法第二十一条',
  },
  {
    code: 'copyright',
    when: ({ copyright }, who) => copyright === 'withheld' && who !== 'relief',
    need: 'consent',
    why: {
      zh: '著作权人未同意公开，须征得其同意。',
      en: 'The copyright holder has not agreed to publish it: consent is needed.',
    },
    source: '条例第十六条',
  },
  {
    code: 'unit',
    when: (_, who) => who === 'unit',
    need: 'unit-letter',
    why: { zh: '单位利用须出具单位证明。', en: 'An organisation brings a letter of its own.' },
    source: '办法第二十条',
  },
  {
    code: 'identity',
    when: () => true,
    need: 'identity',
    why: { zh: '利用人须出示有效证件。', en: 'The user shows a valid identity paper.' },
    source: '办法第二十条',
  },
];

export type Finding = { code: string; need: Need; why: Bilingual; source: string };
export type Eligibility = { needs: Need[]; findings: Finding[] };

/** Needs that no paper can meet: with one of them nothing further is asked. */
const final: readonly Need[] = ['refused', 'open-already'];

/** What it takes that somebody uses a record on a day, each need with the rule it comes from. */
export const eligibilityOf = (of: UseFacts, who: AskerKind, today: Day): Eligibility => {
  const hits = useRules.filter((rule) => rule.when(of, who, today));
  const end = hits.find(({ need }) => final.includes(need));
  const findings = (end === undefined ? hits : [end]).map(({ when: _, ...said }) => said);
  return { needs: [...new Set(findings.map(({ need }) => need))], findings };
};

/**
 * Whether an item may be granted: never against a refusal, and with consent only where the submitter gave it. Identity paper, letter
 * and the foreign approval are looked at by staff, who say so (`checked`).
 */
export const missingFor = (
  { needs: found }: Eligibility,
  has: { consent: boolean; checked: readonly Need[] },
): Need[] =>
  found.filter((need) => {
    if (need === 'none' || need === 'after-review') return false;
    if (need === 'consent') return !has.consent;
    return need === 'refused' || need === 'open-already' || !has.checked.includes(need);
  });
