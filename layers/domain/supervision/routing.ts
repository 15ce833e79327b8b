import type { Day } from '../dates.ts';
import type { TaskSource } from '../publication.ts';
import type { Bilingual } from '../text.ts';
import type { Funding, RegisterEntry } from './register.ts';
import { inForceOn, type RuleVersion } from './rule-version.ts';

/** An archive as duties are routed to it; `province` is the first two digits of its region, none for the national one. */
export type ReceivingNode = { code: string; province?: string | undefined };

export const receiverNames = {
  national: { zh: '国家馆', en: 'The national archive' },
  'work-province': {
    zh: '工作区所在省（跨省的为面积较大的省，并转送其他省）',
    en: 'The province of the work area (of several the one with the larger area, which forwards)',
  },
  'funder-province': { zh: '出资人所在省', en: "The funder's province" },
} as const satisfies Record<string, Bilingual>;
export type ReceiverKind = keyof typeof receiverNames;
const isReceiverKind = (name: string): name is ReceiverKind => Object.hasOwn(receiverNames, name);
export const receiverKinds: readonly ReceiverKind[] = Object.keys(receiverNames).filter(isReceiverKind);

/** What must hold of an entry; what is left out does not matter, so a rule without any holds for all. */
export type RoutingCondition = {
  marine?: boolean | undefined;
  /** Slugs of the minerals list: one of them is named. */
  minerals?: readonly string[] | undefined;
  /** Whether it has a work area, told by its regions. */
  area?: boolean | undefined;
  funding?: readonly Funding[] | undefined;
  /** Whether the funder's province is known. */
  funderKnown?: boolean | undefined;
  sources?: readonly TaskSource[] | undefined;
};

/** One version of one row of the table of receivers (domain.md §1.3); it counts for occasions of its days. */
export type RoutingRule = RuleVersion & {
  /** Place in the table: the first row that holds decides. */
  order: number;
  when: RoutingCondition;
  receiver: ReceiverKind;
};

const article9 = { zh: '《地质资料管理条例》第九条', en: 'Regulation on Geological Data, art. 9' };
const regional = {
  zh: '跨省工作由工作面积较大的省接收并转送；无确定区域的按出资来源（青海省通知，全国规定待核）',
  en: 'Over several provinces the one with the larger work area; without an area by who pays (notice of Qinghai; national text to be verified)',
};
/** Occasions before the Regulation go where those after it go, so the rows that come with the system count for any day. */
const always: Day = '1900-01-01';
const row = (of: Omit<RoutingRule, 'version' | 'active' | 'from'> & { active?: boolean }): RoutingRule => ({
  version: 1,
  from: always,
  active: true,
  ...of,
});

/** The rows that come with the system (domain.md §1.3). */
export const shippedRouting: readonly RoutingRule[] = [
  row({
    id: 'marine',
    order: 10,
    name: { zh: '海洋地质资料', en: 'Marine data' },
    when: { marine: true },
    receiver: 'national',
    reference: article9,
    ground: 'law',
  }),
  row({
    id: 'ministry-minerals',
    order: 20,
    name: {
      zh: '油气、煤层气、页岩气、天然气水合物与放射性矿产',
      en: 'Oil, gas, coalbed methane, shale gas, gas hydrate, radioactive minerals',
    },
    // Shale gas and gas hydrate by the notice of 2025 (自然资规〔2025〕1号).
    when: {
      minerals: ['oil', 'natural-gas', 'coalbed-methane', 'shale-gas', 'gas-hydrate', 'uranium', 'thorium'],
    },
    receiver: 'national',
    reference: article9,
    ground: 'law',
  }),
  // Art. 9 leaves it to the ministry what else it receives: off until somebody writes down what that is.
  row({
    id: 'ministry-named',
    order: 30,
    active: false,
    name: { zh: '国务院主管部门规定的其他地质资料', en: 'Other data that the ministry names' },
    when: {},
    receiver: 'national',
    reference: article9,
    ground: 'law',
  }),
  row({
    id: 'work-province',
    order: 40,
    name: { zh: '有工作区的', en: 'Work with an area' },
    when: { area: true },
    receiver: 'work-province',
    reference: article9,
    ground: 'law',
  }),
  row({
    id: 'no-area-central',
    order: 50,
    name: { zh: '无确定区域、中央财政出资', en: 'Without an area, central budget' },
    when: { area: false, funding: ['central'] },
    receiver: 'national',
    reference: regional,
    ground: 'inferred',
  }),
  row({
    id: 'no-area-funder',
    order: 60,
    name: { zh: '无确定区域、其他出资', en: 'Without an area, other funds' },
    when: { area: false, funderKnown: true },
    receiver: 'funder-province',
    reference: regional,
    ground: 'inferred',
  }),
];

const named = <T>(wanted: readonly T[] | undefined, have: readonly T[]): boolean =>
  wanted === undefined || have.some((one) => wanted.includes(one));
const agrees = (wanted: boolean | undefined, is: boolean): boolean => wanted === undefined || wanted === is;

/** Whether what a row asks for holds of an entry. */
export const routingHolds = (
  { marine, minerals, area, funding, funderKnown, sources }: RoutingCondition,
  entry: RegisterEntry,
): boolean =>
  agrees(marine, entry.marine === true) &&
  named(minerals, entry.minerals) &&
  agrees(area, entry.regions.length > 0) &&
  named(funding, entry.funding === undefined ? [] : [entry.funding]) &&
  agrees(funderKnown, entry.funderRegion !== undefined) &&
  named(sources, [entry.kind]);

export type Receiver = {
  node: string;
  rule: string;
  /** The rule's version and name; proofs from before rules of routing had versions are without. */
  version?: number | undefined;
  name?: Bilingual | undefined;
  reference: Bilingual;
  /** Provinces (two digits) that the receiver forwards to. */
  forwardsTo: string[];
  /** The province that should receive has no archive in this deployment, so the national one does. */
  instead?: string | undefined;
};

/** Why an archive receives although no row says so. */
const noRule = { rule: 'no-rule', reference: regional };

/**
 * Where the data of an entry go for an occasion of a day (domain.md §1.3): by the versions that count for that day the first row that
 * holds decides. `nodes` are those of the deployment; the national archive is the first without a province. What no row covers goes
 * there too, and the rule's name says so.
 */
export const receiverOf = (
  entry: RegisterEntry,
  on: Day,
  { routing, nodes }: { routing: readonly RoutingRule[]; nodes: readonly ReceivingNode[] },
): Receiver => {
  const national = (nodes.find(({ province }) => province === undefined) ?? nodes[0])?.code ?? '';
  const rule = inForceOn(routing, on)
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .find(({ when }) => routingHolds(when, entry));
  if (rule === undefined) return { ...noRule, node: national, forwardsTo: [] };
  const { id, version, name, reference, receiver } = rule;
  const says = { rule: id, version, name, reference };
  if (receiver === 'national') return { ...says, node: national, forwardsTo: [] };
  const provinces = [...new Set(entry.regions.map((code) => code.slice(0, 2)))];
  const wanted = receiver === 'work-province' ? provinces[0] : entry.funderRegion?.slice(0, 2);
  const node = nodes.find(({ province }) => province !== undefined && province === wanted)?.code;
  return {
    ...says,
    node: node ?? national,
    forwardsTo: receiver === 'work-province' ? provinces.slice(1) : [],
    ...(node === undefined && wanted !== undefined ? { instead: wanted } : {}),
  };
};
