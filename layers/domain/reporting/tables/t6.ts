import type { Figure } from '../figure.ts';
import { byEnd, within } from '../period.ts';

const table = 'T6';

/** T6 保护: data under protection, and data made public. */
export const t6: readonly Figure[] = [
  {
    ...{ table, code: 'T6.registered', unit: 'dossier' },
    name: { zh: '登记保护', en: 'Protection registered' },
    definition: {
      zh: '本期内入馆并登记保护期的案卷。',
      en: 'Dossiers taken in within the period with a term of protection.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted, protectedUntil }, period) =>
          protectedUntil !== undefined && within(accepted, period),
      },
    },
  },
  {
    ...{ table, code: 'T6.protected', unit: 'dossier', stock: true },
    name: { zh: '期末保护中', en: 'Protected at the end' },
    definition: { zh: '期末仍在保护期内的案卷。', en: 'Dossiers whose protection lasts beyond the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted, protectedUntil }, period) =>
          byEnd(accepted, period) && protectedUntil !== undefined && protectedUntil > period.to,
      },
    },
  },
  {
    ...{ table, code: 'T6.extended', unit: 'dossier' },
    name: { zh: '延期保护', en: 'Protection extended' },
    definition: {
      zh: '本期内批准延长保护期的案卷。',
      en: 'Dossiers whose protection was extended in the period.',
    },
    source: { kind: 'manual' },
  },
  {
    ...{ table, code: 'T6.expired', unit: 'dossier' },
    name: { zh: '保护期满', en: 'Protection ended' },
    definition: {
      zh: '保护期在本期内届满的案卷。',
      en: 'Dossiers whose protection ended within the period.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'dossier', when: ({ protectedUntil }, period) => within(protectedUntil, period) },
    },
  },
  {
    ...{ table, code: 'T6.released', unit: 'dossier' },
    name: { zh: '公开资料', en: 'Made public' },
    definition: {
      zh: '本期内公开文件的案卷。',
      en: 'Dossiers of which files were made public in the period.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'dossier', when: ({ filesOpen }, period) => within(filesOpen, period) },
    },
  },
];
