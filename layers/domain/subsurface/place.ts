import type { Crs } from '../geo/crs.ts';
import { crsOfText } from '../geo/crs-text.ts';
import { BadPlace, type Derived, toCgcs2000 } from '../geo/place.ts';
import type { Bilingual } from '../text.ts';
import type { HoleHeader } from './header.ts';

/** The system in which a hole's place is given, as its text and the place itself say it; undefined where that stays open. */
export const crsOf = ({ crs, x, y }: Pick<HoleHeader, 'crs' | 'x' | 'y'>): Crs | undefined =>
  crs === undefined ? undefined : crsOfText(crs, x, y);

/** Where a hole is: derived in CGCS2000 from the place as it was given, or why that cannot be told. */
export const placeOf = (header: HoleHeader): Derived | { why: Bilingual; code: string } => {
  const { crs, x, y } = header;
  if (x === undefined || y === undefined)
    return { code: 'no-place', why: { zh: '没有坐标。', en: 'It has no coordinates.' } };
  const system = crsOf(header);
  if (system === undefined)
    return {
      code: crs === undefined ? 'crs-missing' : 'crs-unclear',
      why: {
        zh: '坐标系未填或不认识，请填 EPSG 代码，或“CGCS2000 经纬度”“西安80 3度带 38带”。',
        en: 'The coordinate system is missing or not known: give its EPSG code, or words as “CGCS2000 经纬度”.',
      },
    };
  try {
    return toCgcs2000({ crs: system, x, y });
  } catch (error) {
    if (error instanceof BadPlace) return { code: error.code, why: error.text };
    throw error;
  }
};
