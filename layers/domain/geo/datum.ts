import type { Bilingual } from '../text.ts';

/** Ellipsoids and names of the systems in which geological data of China come (domain.md §7.1). `a` in metres. */
export const datums = {
  CGCS2000: { a: 6_378_137, inverseFlattening: 298.257222101, zh: '2000国家大地坐标系', en: 'CGCS2000' },
  Xian80: { a: 6_378_140, inverseFlattening: 298.257, zh: '1980西安坐标系', en: 'Xi’an 1980' },
  Beijing54: { a: 6_378_245, inverseFlattening: 298.3, zh: '1954北京坐标系', en: 'Beijing 1954' },
  WGS84: { a: 6_378_137, inverseFlattening: 298.257223563, zh: 'WGS 84', en: 'WGS 84' },
} as const satisfies Record<string, Bilingual & { a: number; inverseFlattening: number }>;

export type Datum = keyof typeof datums;
