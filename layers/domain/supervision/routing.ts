import type { Bilingual } from '../text.ts';
import type { RegisterEntry } from './register.ts';

/** An archive as duties are routed to it; `province` is the first two digits of its region, none for the national one. */
export type ReceivingNode = { code: string; province?: string | undefined };

/** Slugs of minerals whose data go to the ministry (Regulation art. 9, notice of 2025). */
export const ministryMinerals: readonly string[] = [
  'oil',
  'natural-gas',
  'coalbed-methane',
  'shale-gas',
  'gas-hydrate',
  'uranium',
  'thorium',
];

type To = 'national' | 'work-province' | 'funder-province';
type RoutingRule = { id: string; to: To; when: (entry: RegisterEntry) => boolean; reference: Bilingual };

const art9 = { zh: '《地质资料管理条例》第九条', en: 'Regulation on Geological Data, art. 9' };
const regional = {
  zh: '跨省工作由工作面积较大的省接收并转送；无确定区域的按出资来源（domain.md §1.3）',
  en: 'Over several provinces the one with the larger work area; without an area by who pays (domain.md §1.3)',
};

/** To whom data go (domain.md §1.3), in order: the first that holds decides. */
export const routingRules: readonly RoutingRule[] = [
  { id: 'marine', to: 'national', when: ({ marine }) => marine === true, reference: art9 },
  {
    id: 'ministry-minerals',
    to: 'national',
    when: ({ minerals }) => minerals.some((one) => ministryMinerals.includes(one)),
    reference: art9,
  },
  { id: 'work-province', to: 'work-province', when: ({ regions }) => regions.length > 0, reference: art9 },
  {
    id: 'no-area-central',
    to: 'national',
    when: ({ funding }) => funding === 'central',
    reference: regional,
  },
  {
    id: 'no-area-funder',
    to: 'funder-province',
    when: ({ funderRegion }) => funderRegion !== undefined,
    reference: regional,
  },
];

export type Receiver = {
  node: string;
  rule: string;
  reference: Bilingual;
  /** Provinces (two digits) that the receiver forwards to. */
  forwardsTo: string[];
  /** The province that should receive has no archive in this deployment, so the national one does. */
  instead?: string;
};

/**
 * Where the data of an entry go. `nodes` are those of the deployment; the national archive is the first without a province. What no
 * rule covers goes there too, and the rule's name says so.
 */
export const receiverOf = (entry: RegisterEntry, nodes: readonly ReceivingNode[]): Receiver => {
  const national = (nodes.find(({ province }) => province === undefined) ?? nodes[0])?.code ?? '';
  const rule = routingRules.find(({ when }) => when(entry));
  const provinces = [...new Set(entry.regions.map((code) => code.slice(0, 2)))];
  const says = { rule: rule?.id ?? 'no-rule', reference: rule?.reference ?? regional };
  if (rule === undefined || rule.to === 'national') return { ...says, node: national, forwardsTo: [] };
  const wanted = rule.to === 'work-province' ? provinces[0] : entry.funderRegion?.slice(0, 2);
  const node = nodes.find(({ province }) => province !== undefined && province === wanted)?.code;
  const forwardsTo = rule.to === 'work-province' ? provinces.slice(1) : [];
  return {
    ...says,
    node: node ?? national,
    forwardsTo,
    ...(node === undefined && wanted !== undefined ? { instead: wanted } : {}),
  };
};
