import type { Term as Offset } from '../calendar/term.ts';
import type { TaskSource } from '../publication.ts';
import type { Bilingual } from '../text.ts';
import type { Occasion, OccasionKind } from './occasions.ts';
import type { Funding, RegisterEntry } from './register.ts';
import { inForceOn, type RuleVersion } from './rule-version.ts';

export const dataKinds = ['result', 'original', 'physical'] as const;
export type DataKind = (typeof dataKinds)[number];

/** What must hold of the entry and the term beside the occasion; what is left out does not matter. */
export type RuleCondition = {
  retention?: boolean | undefined;
  newData?: boolean | undefined;
  funding?: readonly Funding[] | undefined;
};

/** One version of one rule of the table of duties (domain.md §1.4); it counts for occasions of its days. */
export type DutyRule = RuleVersion & {
  sources: readonly TaskSource[];
  occasion: OccasionKind;
  when?: RuleCondition | undefined;
  /** Days after the occasion, negative before it; `nothing-due` frees what is owed for that term. */
  effect: Offset | 'nothing-due';
  needs: readonly DataKind[];
};

const regulation = '2002-07-01';
const all: readonly DataKind[] = ['result', 'original', 'physical'];
const article = (zh: string, en: string): Bilingual => ({
  zh: `《地质资料管理条例》第${zh}`,
  en: `Regulation on Geological Data, art. ${en}`,
});
const rule = (of: Omit<DutyRule, 'version' | 'active' | 'needs'> & Partial<DutyRule>): DutyRule => ({
  version: 1,
  active: true,
  needs: all,
  ...of,
});
const days = (count: number): Offset => ({ days: count, kind: 'calendar' });
const notice2025 = { zh: '自然资规〔2025〕1号', en: 'Notice 自然资规〔2025〕1号' };

/** The rules that come with the system. What the law leaves open says so in its ground, and can be changed or switched off. */
export const shippedRules: readonly DutyRule[] = [
  rule({
    id: 'exploration-expiry',
    name: { zh: '探矿权届满', en: 'Exploration licence ends' },
    from: regulation,
    sources: ['exploration-right'],
    occasion: 'licence-end',
    effect: days(-30),
    reference: article('十条第（一）项', '10(1)'),
    ground: 'law',
  }),
  rule({
    id: 'exploration-retention',
    name: { zh: '探矿权保留期间无新资料', en: 'Retention without new data' },
    from: '2025-01-01',
    sources: ['exploration-right'],
    occasion: 'licence-end',
    when: { retention: true, newData: false },
    effect: 'nothing-due',
    reference: notice2025,
    ground: 'notice',
  }),
  rule({
    id: 'mining-expiry',
    name: { zh: '采矿权届满', en: 'Mining licence ends' },
    from: regulation,
    sources: ['mining-right'],
    occasion: 'licence-end',
    effect: days(-90),
    reference: article('十条第（二）项', '10(2)'),
    ground: 'law',
  }),
  rule({
    id: 'mining-stage-close',
    name: { zh: '采矿权人阶段性闭坑', en: 'Staged closure of a mine' },
    from: regulation,
    sources: ['mining-right'],
    occasion: 'stage-closed',
    effect: days(180),
    reference: article('十条第（二）项第1目', '10(2)1'),
    ground: 'law',
  }),
  rule({
    id: 'mining-new-find',
    name: {
      zh: '发现新矿体、新矿种或储量重大变化',
      en: 'New ore body, new mineral or big change of reserves',
    },
    from: regulation,
    sources: ['mining-right'],
    occasion: 'new-find',
    effect: days(180),
    reference: article('十条第（二）项第2目', '10(2)2'),
    ground: 'law',
  }),
  rule({
    id: 'revoked',
    name: { zh: '许可证被吊销', en: 'Licence revoked as a penalty' },
    from: regulation,
    sources: ['exploration-right', 'mining-right'],
    occasion: 'revoked',
    effect: days(15),
    reference: article('十条第（三）项', '10(3)'),
    ground: 'law',
  }),
  rule({
    id: 'engineering-accepted',
    name: { zh: '工程建设项目竣工验收', en: 'Construction project accepted' },
    from: regulation,
    sources: ['engineering'],
    occasion: 'completed',
    effect: days(180),
    reference: article('十条第（四）项', '10(4)'),
    ground: 'law',
  }),
  rule({
    id: 'work-ended',
    name: { zh: '其他地质工作项目结束', en: 'Other geological work ends' },
    from: regulation,
    sources: ['state-project', 'other'],
    occasion: 'project-end',
    effect: days(180),
    reference: article('十条第（五）项', '10(5)'),
    ground: 'law',
  }),
  rule({
    id: 'exploration-to-mining',
    name: { zh: '探矿权转为采矿权', en: 'Exploration right turned into a mining right' },
    from: regulation,
    sources: ['exploration-right'],
    occasion: 'to-mining',
    effect: days(0),
    reference: {
      zh: '《地质资料管理条例实施办法》：办理采矿登记前（条款待核）',
      en: 'Measures: before the mining right is registered (article to be verified)',
    },
    ground: 'inferred',
  }),
  rule({
    id: 'right-merged',
    name: { zh: '矿业权合并', en: 'Licence merged into another' },
    from: regulation,
    sources: ['exploration-right', 'mining-right'],
    occasion: 'merged',
    effect: days(0),
    reference: {
      zh: '参照探转采：原许可证在合并登记前汇交（系统约定，待核）',
      en: 'By analogy with the turn into a mining right: before the merger is registered (our own rule, to be verified)',
    },
    ground: 'inferred',
  }),
  rule({
    id: 'right-cancelled',
    name: { zh: '矿业权注销', en: 'Right cancelled' },
    from: regulation,
    sources: ['exploration-right', 'mining-right'],
    occasion: 'cancelled',
    effect: days(0),
    reference: {
      zh: '2019 年征求意见稿：注销登记前汇交；不足届满期限的以先到者为准（待核）',
      en: 'Draft of 2019: before the cancellation is registered, where the term does not end first (to be verified)',
    },
    ground: 'inferred',
  }),
  rule({
    id: 'exploration-shrunk',
    name: { zh: '探矿权缩减面积', en: 'Exploration block reduced' },
    from: '2019-01-01',
    active: false,
    sources: ['exploration-right'],
    occasion: 'shrunk',
    effect: days(0),
    reference: { zh: '2019 年征求意见稿（未采纳文本）', en: 'Draft of 2019 (text not adopted)' },
    ground: 'draft',
  }),
  rule({
    id: 'long-project-stage',
    name: {
      zh: '五年以上国家出资项目阶段成果',
      en: 'Stage results of a State-funded project of over five years',
    },
    from: '2012-01-01',
    sources: ['state-project'],
    occasion: 'third-year',
    effect: days(180),
    needs: ['original'],
    reference: {
      zh: '2012 年通知：实施满三年以原始资料形式汇交阶段成果（天数为系统设置）',
      en: 'Notice of 2012: reviewed stage results as original data after three years (the days are a setting)',
    },
    ground: 'inferred',
  }),
];

const holds = (wanted: RuleCondition | undefined, entry: RegisterEntry, { term }: Occasion): boolean => {
  if (wanted === undefined) return true;
  if (wanted.retention !== undefined && wanted.retention !== (term?.retention ?? false)) return false;
  if (wanted.newData !== undefined && wanted.newData !== (term?.newData ?? false)) return false;
  return (
    wanted.funding === undefined || (entry.funding !== undefined && wanted.funding.includes(entry.funding))
  );
};

/** The rules that apply to an occasion of an entry. */
export const rulesFor = (rules: readonly DutyRule[], entry: RegisterEntry, occasion: Occasion): DutyRule[] =>
  inForceOn(rules, occasion.on).filter(
    (one) =>
      one.occasion === occasion.kind && one.sources.includes(entry.kind) && holds(one.when, entry, occasion),
  );
