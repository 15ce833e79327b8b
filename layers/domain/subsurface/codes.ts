import type { Bilingual } from '../text.ts';

const codesOf = <const N extends Readonly<Record<string, Bilingual>>>(names: N) =>
  Object.entries(names).map(([code, label]) => ({ code: code as keyof N & string, label }));

/** 钻孔类型 (domain.md §4.3). Wells for oil and gas are holes with more fields (§4.6). */
export const holeTypes = {
  geological: { zh: '地质', en: 'Geological' },
  hydrogeological: { zh: '水文地质', en: 'Hydrogeological' },
  engineering: { zh: '工程地质', en: 'Engineering' },
  'oil-gas': { zh: '油气', en: 'Oil and gas' },
  'coalbed-methane': { zh: '煤层气', en: 'Coalbed methane' },
  geothermal: { zh: '地热', en: 'Geothermal' },
  scientific: { zh: '科学', en: 'Scientific' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const isHoleType = (code: string): code is keyof typeof holeTypes => Object.hasOwn(holeTypes, code);
export const holeTypeCodes = codesOf(holeTypes);

export const holeStatuses = {
  planned: { zh: '待施工', en: 'Planned' },
  drilling: { zh: '钻进中', en: 'Drilling' },
  completed: { zh: '已终孔', en: 'Completed' },
  sealed: { zh: '已封孔', en: 'Sealed' },
  abandoned: { zh: '已废弃', en: 'Abandoned' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const holeStatusCodes = codesOf(holeStatuses);

/** 井别 (domain.md §4.6, §4.6 with the original-data list of S37). */
export const wellClasses = {
  parameter: { zh: '参数井', en: 'Parameter well' },
  'regional-exploratory': { zh: '区域探井', en: 'Regional exploratory well' },
  wildcat: { zh: '预探井', en: 'Wildcat well' },
  discovery: { zh: '发现井', en: 'Discovery well' },
  appraisal: { zh: '评价井', en: 'Appraisal well' },
  development: { zh: '开发井', en: 'Development well' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const wellClassCodes = codesOf(wellClasses);

export const wellShapes = {
  vertical: { zh: '直井', en: 'Vertical' },
  deviated: { zh: '斜井', en: 'Deviated' },
  horizontal: { zh: '水平井', en: 'Horizontal' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const wellShapeCodes = codesOf(wellShapes);

/** 深度单位: whatever a file says, depths are kept in metres. */
export const depthUnits = {
  m: { zh: '米', en: 'metre' },
  ft: { zh: '英尺', en: 'foot' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export const depthUnitCodes = codesOf(depthUnits);
