import type { Bilingual } from '../text.ts';
import type { wellClasses } from './codes.ts';
import type { HoleHeader } from './header.ts';
import type { PartKind } from './hole.ts';

type WellClass = keyof typeof wellClasses;
/** What is looked at: what lists know of a well, and its attachments where they were read. */
export type WellFacts = {
  header: HoleHeader;
  counts: Readonly<Record<PartKind, number>>;
  logs: readonly { curves: readonly { mnemonic: string }[] }[];
};

/** Where an item is asked for. */
type Source = 'S37-5' | 'S37-5-oil-gas' | 'domain-4.6';
const dueSources: Readonly<Record<Source, Bilingual>> = {
  'S37-5': {
    zh: '原始地质资料汇交细目第 5 项（钻探）',
    en: 'List of original data, item 5 (drilling)',
  },
  'S37-5-oil-gas': {
    zh: '原始地质资料汇交细目第 5 项（油气：参数井、区域探井、发现井、评价井）',
    en: 'List of original data, item 5 (oil and gas: parameter, regional, discovery and appraisal wells)',
  },
  'domain-4.6': { zh: '油气井著录项', en: 'Fields of the well database' },
};

type Item = {
  code: string;
  title: Bilingual;
  source: Source;
  /** Asked of wells of these classes; of all when left out. */
  of?: readonly WellClass[];
  /** How many the hole has; 0 is missing. */
  count: (facts: WellFacts) => number;
};

/** The classes the list names, and wildcats: a discovery well is one that found something [DES]. */
const explored: readonly WellClass[] = [
  'parameter',
  'regional-exploratory',
  'wildcat',
  'discovery',
  'appraisal',
];

/** Curves of a mud log (录井): rate of penetration, gas, weight on bit, drilling fluid. */
const ofMudLog =
  /^(ROP|TG|TGAS|GAS|C[1-5]([A-Z]{0,2})?|WOB|RPM|SPP|MW(IN|OUT)?|FLOW|D(C)?EXP|DCN|HKLD|TORQ?)$/i;
const curvesWhere = (logs: WellFacts['logs'], test: (mnemonic: string) => boolean): number =>
  logs.flatMap(({ curves }) => curves).filter(({ mnemonic }) => test(mnemonic)).length;

const items: readonly Item[] = [
  {
    code: 'column',
    title: { zh: '钻孔柱状图（分层）', en: 'Column (layers)' },
    source: 'S37-5',
    count: ({ counts }) => counts.layers + counts.tops,
  },
  {
    code: 'depth-and-deviation',
    title: { zh: '孔深与弯曲度测量记录（测斜）', en: 'Depth and deviation records (survey)' },
    source: 'S37-5',
    count: ({ counts }) => counts.survey,
  },
  {
    code: 'geological-log',
    title: { zh: '地质编录（回次、分层描述）', en: 'Geological log (runs, layers)' },
    source: 'S37-5',
    count: ({ counts }) => counts.runs + counts.layers,
  },
  {
    code: 'core',
    title: { zh: '岩心照片或录像（岩心箱）', en: 'Photos or video of the core (boxes)' },
    source: 'S37-5',
    count: ({ counts }) => counts.boxes,
  },
  {
    code: 'sealing',
    title: { zh: '封孔设计与记录', en: 'Sealing: design and records' },
    source: 'S37-5',
    count: ({ counts }) => counts.seal,
  },
  {
    code: 'mud-log',
    title: { zh: '录井资料', en: 'Mud log' },
    source: 'S37-5-oil-gas',
    of: explored,
    count: ({ logs }) => curvesWhere(logs, (mnemonic) => ofMudLog.test(mnemonic)),
  },
  {
    code: 'wireline-log',
    title: { zh: '测井资料', en: 'Wireline logs' },
    source: 'S37-5-oil-gas',
    of: explored,
    count: ({ logs }) => curvesWhere(logs, (mnemonic) => !ofMudLog.test(mnemonic)),
  },
  {
    code: 'analyses',
    title: { zh: '分析化验资料（样品、化验）', en: 'Analyses (samples, assays)' },
    source: 'S37-5-oil-gas',
    of: explored,
    count: ({ counts }) => counts.samples + counts.assays,
  },
  {
    code: 'casing',
    title: { zh: '套管程序', en: 'Casing' },
    source: 'domain-4.6',
    count: ({ counts }) => counts.casing,
  },
  {
    code: 'tests',
    title: { zh: '试油测试', en: 'Tests' },
    source: 'domain-4.6',
    of: explored,
    count: ({ counts }) => counts.tests,
  },
  {
    code: 'heights',
    title: { zh: '补心高与地面海拔', en: 'Kelly bushing and ground level' },
    source: 'domain-4.6',
    count: ({ header }) => (header.kellyBushing === undefined || header.elevation === undefined ? 0 : 1),
  },
  {
    code: 'dates',
    title: { zh: '开钻、完钻、完井日期', en: 'Dates of spudding, end of drilling and completion' },
    source: 'domain-4.6',
    count: ({ header }) =>
      [header.startedOn, header.finishedOn, header.completedOn].includes(undefined) ? 0 : 1,
  },
  {
    code: 'bottom',
    title: { zh: '完钻井深与层位', en: 'Final depth and the formation at the bottom' },
    source: 'domain-4.6',
    count: ({ header }) => (header.finalDepth === undefined || header.finalFormation === undefined ? 0 : 1),
  },
  {
    code: 'completion',
    title: { zh: '完井方法', en: 'Way of completion' },
    source: 'domain-4.6',
    count: ({ header }) => (header.completion === undefined ? 0 : 1),
  },
];

/** Whether a hole is a well for oil or gas: by its type, or because it has a class of well. */
export const isWell = ({ holeType, wellClass }: Pick<HoleHeader, 'holeType' | 'wellClass'>): boolean =>
  holeType === 'oil-gas' || holeType === 'coalbed-methane' || wellClass !== undefined;

export type DueItem = {
  code: string;
  title: Bilingual;
  source: Bilingual;
  count: number;
  there: boolean;
};

/**
 * What is due of a well of its class (original list S37, item 5; fields of domain.md §4.6), and whether the hole has it. A well without a class is
 * asked for what all are asked for: the list names classes, so the rest cannot be known. A checklist, not a verdict: paper may hold what is missing here.
 */
export const wellDue = (facts: WellFacts): DueItem[] => {
  const { wellClass } = facts.header;
  return items
    .filter(({ of }) => of === undefined || (wellClass !== undefined && of.includes(wellClass)))
    .map(({ code, title, source, count }) => {
      const found = count(facts);
      return { code, title, source: dueSources[source], count: found, there: found > 0 };
    });
};
