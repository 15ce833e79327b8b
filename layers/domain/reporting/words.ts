import { dataClassName } from '../codes/data-classes.ts';
import { mineralClassName } from '../codes/mineral-class-of.ts';
import { mineralClasses } from '../codes/mineral-classes.ts';
import { conditionNames } from '../custody/holding.ts';
import { taskSourceNames, taskSources } from '../publication.ts';
import { secrecyLevels, secrecyNames } from '../secrecy.ts';
import { askerKinds, purposes } from '../service/codes.ts';
import type { Bilingual } from '../text.ts';

/** Physical and original data as lists of holdings count them (domain.md §5, T3). */
export const holdingForms = {
  original: { zh: '原始资料', en: 'Sets of original data' },
  core: { zh: '岩心', en: 'Core' },
  cuttings: { zh: '岩屑', en: 'Cuttings' },
  specimens: { zh: '标本', en: 'Specimens' },
  sections: { zh: '光薄片', en: 'Sections' },
  samples: { zh: '样品', en: 'Samples' },
} as const satisfies Record<string, Bilingual>;
export type HoldingForm = keyof typeof holdingForms;
/** How a row of a list of holdings stands to the list before. */
export const holdingChanges = {
  added: { zh: '新增', en: 'Added' },
  gone: { zh: '减少', en: 'Gone' },
  changed: { zh: '变更', en: 'Changed' },
} as const satisfies Record<string, Bilingual>;
export type HoldingChange = keyof typeof holdingChanges;

/** How data are used, by the statistics of use; programs are counted apart. */
export const useWays = ['read-online', 'download', 'on-site', 'open-download', 'open-robot'] as const;
export type UseWay = (typeof useWays)[number];

export const dataKinds = {
  result: { zh: '成果资料', en: 'Result data' },
  original: { zh: '原始资料', en: 'Original data' },
  physical: { zh: '实物资料', en: 'Physical data' },
} as const satisfies Record<string, Bilingual>;

/** By what a figure is broken down. */
export const dimensions = {
  kind: { zh: '按资料种类', en: 'By kind of data' },
  dataClass: { zh: '按资料类别', en: 'By class of data' },
  source: { zh: '按来源', en: 'By source' },
  mineral: { zh: '按矿种', en: 'By mineral' },
  secrecy: { zh: '按密级', en: 'By secrecy level' },
  condition: { zh: '按保管状况', en: 'By condition' },
  userClass: { zh: '按用户类别', en: 'By class of user' },
  purpose: { zh: '按利用目的', en: 'By purpose' },
  month: { zh: '按月份', en: 'By month' },
} as const satisfies Record<string, Bilingual>;
export type Dimension = keyof typeof dimensions;
const isDimension = (name: string): name is Dimension => Object.hasOwn(dimensions, name);
export const dimensionCodes: readonly Dimension[] = Object.keys(dimensions).filter(isDimension);

/** Who downloads what is open need say neither who they are nor what for. */
const openUse = { zh: '公开利用', en: 'Open use' };
const named = (names: Readonly<Record<string, Bilingual>>): ReadonlyMap<string, Bilingual> =>
  new Map(Object.entries(names));
const names: Readonly<Record<Exclude<Dimension, 'dataClass' | 'month'>, ReadonlyMap<string, Bilingual>>> = {
  kind: named(dataKinds),
  source: new Map(taskSources.map((one) => [one, taskSourceNames[one]])),
  mineral: new Map(mineralClasses.map((one) => [one, mineralClassName(one)])),
  secrecy: new Map(secrecyLevels.map((one) => [one, secrecyNames[one]])),
  condition: named(conditionNames),
  userClass: named({ ...askerKinds, other: purposes.other, open: openUse }),
  purpose: named({ ...purposes, open: openUse }),
};

/** What a part of a breakdown is called; one that is not known here is shown as it is. */
export const partName = (by: Dimension, part: string): Bilingual => {
  if (by === 'month') return { zh: part, en: part };
  if (by === 'dataClass') return dataClassName(part);
  return names[by].get(part) ?? { zh: part, en: part };
};
