import type { Day } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import type { BarKind } from './bars.ts';

/** What a registry or a funder asks about before it grants something to a party. */
export const actNames = {
  'new-exploration-right': { zh: '新立探矿权', en: 'A new exploration right' },
  'new-mining-right': { zh: '新立采矿权', en: 'A new mining right' },
  'state-project': { zh: '承担国家出资项目', en: 'A State-funded project' },
  renewal: { zh: '矿业权延续', en: 'Renewal of a right' },
  transfer: { zh: '矿业权转让', en: 'Transfer of a right' },
} as const satisfies Record<string, Bilingual>;
export type Act = keyof typeof actNames;
const isAct = (name: string): name is Act => Object.hasOwn(actNames, name);
export const acts: readonly Act[] = Object.keys(actNames).filter(isAct);

/** Arts. 20 and 21 name new rights and State-funded projects, and nothing else. */
export const barredActs: readonly Act[] = ['new-exploration-right', 'new-mining-right', 'state-project'];

export type BarInForce = { kind: BarKind; from: Day; until?: Day | undefined; paper: string };
export type Eligibility = { may: boolean; reasons: Bilingual[] };

const reasonOf = ({ kind, from, until, paper }: BarInForce): Bilingual =>
  kind === 'until-complete'
    ? {
        zh: `自 ${from} 起被通报（${paper}），逾期资料汇交完毕前不得取得新的探矿权、采矿权，不得承担国家出资的地质工作项目（《地质资料管理条例》第二十条）。`,
        en: `Circulated on ${from} (${paper}): no new right and no State-funded project until everything overdue is submitted (Regulation art. 20).`,
      }
    : {
        zh: `因弄虚作假逾期不改正受处罚（${paper}），${from} 至 ${until ?? '—'} 不得取得新的探矿权、采矿权，不得承担国家出资的地质工作项目（《地质资料管理条例》第二十一条）。`,
        en: `Punished for fraud that was not corrected (${paper}): no new right and no State-funded project from ${from} to ${until ?? '—'} (Regulation art. 21).`,
      };

/**
 * Whether a party may be granted something (arts. 20, 21): new rights and State-funded projects are barred while a bar is in force;
 * a renewal and a transfer are not, but who decides on them learns of the bars, and in any case of how much is overdue.
 */
export const eligibilityOf = (act: Act, bars: readonly BarInForce[], overdue: number): Eligibility => {
  const isBarred = barredActs.includes(act);
  const notBarred: Bilingual = {
    zh: '《条例》第二十条、第二十一条只限制新立矿业权和国家出资项目，不限制延续、转让；转让后汇交义务随矿业权转移。',
    en: 'Arts. 20 and 21 bar new rights and State-funded projects only, neither renewal nor transfer; the duty to submit goes with the right.',
  };
  const late: Bilingual = {
    zh: `有 ${overdue} 项汇交任务逾期未汇交。`,
    en: `${overdue} tasks are overdue.`,
  };
  return {
    may: !(isBarred && bars.length > 0),
    reasons: [
      ...bars.map(reasonOf),
      ...(bars.length > 0 && !isBarred ? [notBarred] : []),
      ...(overdue > 0 ? [late] : []),
    ],
  };
};
