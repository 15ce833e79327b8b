import type { Term } from '../calendar/term.ts';
import { type CheckSettings, checkTerm, correctionTerm } from '../check-clock.ts';
import type { Bilingual } from '../text.ts';
import type { Ground } from './rule-version.ts';

/** What a deployment sets of the steps from submission to certificate. */
export type StepSettings = CheckSettings & { correctionDays: number; delegateCertificates: boolean };

/** A step (domain.md §1.5) whose measure is a setting of the deployment and no rule that people change here. */
export type Step = {
  id: 'check' | 'correction' | 'certificate';
  name: Bilingual;
  /** The settings (`cdk.json`) that give it. */
  settings: string[];
  /** Its days, or in words what holds where it has none. */
  term?: Term;
  says?: Bilingual;
  reference: Bilingual;
  ground: Ground;
};

/** The steps of domain.md §1.5 as this deployment has them. */
export const stepsOf = (of: StepSettings): Step[] => [
  {
    id: 'check',
    name: { zh: '验收', en: 'Check of a deposit' },
    settings: ['terms.checkDays', 'terms.checkDaysKind', 'terms.checkRollsOver'],
    term: checkTerm(of),
    reference: {
      zh: '省级实施办法所引规定：自收到之日起 10 日内（全国规定待核）',
      en: 'A provincial implementing rule that quotes the national ones: 10 days from receipt (national text to be verified)',
    },
    ground: 'inferred',
  },
  {
    id: 'correction',
    name: { zh: '补充修改', en: 'Correction of what was returned' },
    settings: ['terms.correctionDays'],
    term: correctionTerm(of),
    reference: {
      zh: '《地质资料补充修改通知单》逐件确定；此为未另行指定时的天数（系统约定）',
      en: 'Set case by case in the notice of correction; these days hold where nobody names others (our own rule)',
    },
    ground: 'inferred',
  },
  {
    id: 'certificate',
    name: { zh: '签发汇交凭证', en: 'Certificate' },
    settings: ['terms.delegateCertificates'],
    says: of.delegateCertificates
      ? { zh: '由馆藏机构经授权签发', en: 'Issued by the archive, for the authority' }
      : { zh: '由主管部门签发', en: 'Issued by the authority' },
    reference: { zh: '《地质资料管理条例》第十三条', en: 'Regulation on Geological Data, art. 13' },
    ground: 'law',
  },
];
