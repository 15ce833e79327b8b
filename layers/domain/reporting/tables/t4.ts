import { isStateSecret } from '../../secrecy.ts';
import type { Figure } from '../figure.ts';
import { byEnd } from '../period.ts';

const table = 'T4';

/** T4 涉密资料: only numbers; titles of state secrets are shown to those entitled alone. */
export const t4: readonly Figure[] = [
  {
    ...{ table, code: 'T4.classified', unit: 'dossier', stock: true },
    name: { zh: '涉密案卷', en: 'Classified dossiers' },
    definition: {
      zh: '到期末登记的秘密、机密、绝密案卷（系统只存目录和纸质存放位置）。',
      en: 'Dossiers of the three levels of state secret at the end of the period (the system keeps stubs only).',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted, secrecy }, period) => isStateSecret(secrecy) && byEnd(accepted, period),
        by: { secrecy: ({ secrecy }) => secrecy },
      },
    },
  },
  {
    ...{ table, code: 'T4.internal', unit: 'dossier', stock: true },
    name: { zh: '内部案卷', en: 'Internal dossiers' },
    definition: {
      zh: '到期末标为“内部”的案卷（不属于国家秘密）。',
      en: 'Dossiers marked internal, which is no state secret.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted, secrecy }, period) => secrecy === 'internal' && byEnd(accepted, period),
      },
    },
  },
  {
    ...{ table, code: 'T4.cleared', unit: 'dossier' },
    name: { zh: '本期解密清理', en: 'Cleared in the period' },
    definition: {
      zh: '本期内经审查解密或降密的案卷。',
      en: 'Dossiers declassified or lowered by review in the period.',
    },
    source: { kind: 'manual' },
  },
];
