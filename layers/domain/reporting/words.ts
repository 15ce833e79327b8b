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

/** Classes of users and purposes of use. Ours: the ministry's form could not be read. */
export const userClasses = {
  government: { zh: '政府部门', en: 'Government' },
  survey: { zh: '地勘单位', en: 'Survey units' },
  mining: { zh: '矿业企业', en: 'Mining companies' },
  research: { zh: '科研院校', en: 'Research and teaching' },
  personal: { zh: '个人', en: 'Persons' },
  foreign: { zh: '境外用户', en: 'Users from abroad' },
  other: { zh: '其他', en: 'Others' },
} as const satisfies Record<string, Bilingual>;
export type UserClass = keyof typeof userClasses;
export const usePurposes = {
  exploration: { zh: '地质勘查', en: 'Exploration' },
  mining: { zh: '矿产开发', en: 'Mining' },
  engineering: { zh: '工程建设', en: 'Construction' },
  research: { zh: '科学研究', en: 'Research' },
  relief: { zh: '防灾减灾', en: 'Disaster relief' },
  teaching: { zh: '教学科普', en: 'Teaching' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Bilingual>;
/** How data are used, by the statistics of use; programs are counted apart. */
export const useWays = ['read-online', 'download', 'on-site', 'open-download', 'open-robot'] as const;
export type UseWay = (typeof useWays)[number];
export type UsePurpose = keyof typeof usePurposes;

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
  userClass: named({ ...userClasses, ...askerKinds, open: openUse }),
  purpose: named({ ...usePurposes, ...purposes, open: openUse }),
};

/** What a part of a breakdown is called; one that is not known here is shown as it is. */
export const partName = (by: Dimension, part: string): Bilingual => {
  if (by === 'month') return { zh: part, en: part };
  if (by === 'dataClass') return dataClassName(part);
  return names[by].get(part) ?? { zh: part, en: part };
};
