import { defaultTransfer } from '../../transfer/transfer.ts';
import type { Figure } from '../figure.ts';
import { within } from '../period.ts';

const table = 'T2';

/** T2 转送: what was accepted, and what of it went on to the national archive. */
export const t2: readonly Figure[] = [
  {
    ...{ table, code: 'T2.accepted', unit: 'deposit' },
    name: { zh: '验收合格', en: 'Accepted' },
    definition: { zh: '本期内验收合格并入馆的汇交。', en: 'Deposits accepted in the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'review',
        when: ({ accepted }, period) => within(accepted, period),
        by: { kind: ({ kind }) => kind },
      },
    },
  },
  {
    ...{ table, code: 'T2.certified', unit: 'deposit' },
    name: { zh: '发放汇交凭证', en: 'Certificates issued' },
    definition: { zh: '本期内签发汇交凭证的汇交。', en: 'Deposits certified in the period.' },
    source: {
      kind: 'operations',
      rule: { fact: 'review', when: ({ certified }, period) => within(certified, period) },
    },
  },
  {
    ...{ table, code: 'T2.transferred', unit: 'deposit' },
    name: { zh: '已转送', en: 'Transferred' },
    definition: {
      zh: '本期内转送全国地质资料馆的资料。',
      en: 'What was sent on to the national archive in the period.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'transfer', when: ({ sent, exempt }, period) => !exempt && within(sent, period) },
    },
  },
  {
    ...{ table, code: 'T2.on-time', unit: 'deposit' },
    name: { zh: '按期转送', en: 'Transferred on time' },
    definition: {
      zh: `已转送的资料中，在转送期限内转送的（自验收之日起 ${defaultTransfer.days} 日，本系统另有设置的从其设置）。`,
      en: `Of those transferred, the ones sent by their day (${defaultTransfer.days} days after acceptance, unless the deployment sets another term).`,
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'transfer',
        when: ({ sent, exempt, due }, period) =>
          !exempt && sent !== undefined && within(sent, period) && sent <= due,
      },
    },
  },
  {
    ...{ table, code: 'T2.exempt', unit: 'deposit' },
    name: { zh: '按规定不转送', en: 'Exempt from transfer' },
    definition: {
      zh: '本期内验收、按规定不转送的资料（普通建筑用砂石黏土等）。',
      en: 'Accepted in the period and not to be transferred by rule (ordinary sand, stone, clay and the like).',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'transfer', when: ({ accepted, exempt }, period) => exempt && within(accepted, period) },
    },
  },
];
