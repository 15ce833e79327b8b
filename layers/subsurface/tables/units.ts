import type { Column } from '@geoarchive/domain/sheets/sheet.ts';
import { metresPerFoot } from '@geoarchive/domain/subsurface/feet.ts';

/** How much one of a unit is, in the unit that the template's heading has; defined values, the pound-force by the standard gravity. */
const lengths: Readonly<Record<string, number>> = {
  m: 1,
  米: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  km: 1000,
  千米: 1000,
  公里: 1000,
  dm: 0.1,
  cm: 0.01,
  厘米: 0.01,
  mm: 0.001,
  毫米: 0.001,
  ft: metresPerFoot,
  feet: metresPerFoot,
  foot: metresPerFoot,
  英尺: metresPerFoot,
  in: 0.0254,
  inch: 0.0254,
  inches: 0.0254,
  '"': 0.0254,
  英寸: 0.0254,
};
const scaled = (table: Readonly<Record<string, number>>, by: number) =>
  Object.fromEntries(Object.entries(table).map(([unit, factor]) => [unit, factor * by]));
const units: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  m: lengths,
  mm: scaled(lengths, 1000),
  '°': { '°': 1, deg: 1, degree: 1, degrees: 1, 度: 1, rad: 180 / Math.PI, 弧度: 180 / Math.PI, gon: 0.9 },
  '%': { '%': 1, pct: 1, percent: 1, 小数: 100, frac: 100, fraction: 100 },
  MPa: {
    mpa: 1,
    兆帕: 1,
    kpa: 0.001,
    bar: 0.1,
    atm: 0.101325,
    psi: 0.006894757293168361,
    psia: 0.006894757293168361,
  },
  t: { t: 1, 't/d': 1, 吨: 1, kg: 0.001, 'kg/d': 0.001 },
  'm³': {
    'm³': 1,
    m3: 1,
    'm³/d': 1,
    'm3/d': 1,
    方: 1,
    '万m³': 10_000,
    万m3: 10_000,
    '10⁴m³': 10_000,
    '10⁴m³/d': 10_000,
    '104m3/d': 10_000,
    l: 0.001,
  },
};

const keyOf = (said: string): string => said.normalize('NFC').toLowerCase().replace(/\.$/, '').trim();
/** Whether a heading's unit is one of length. */
export const isLength = (said: string): boolean => Object.hasOwn(lengths, keyOf(said));

/** The unit in which a column is kept, as the brackets of its heading say it; '' where it has none. */
const ownUnit = ({ label }: Column): string => /\(([^()]+)\)$/.exec(label.zh)?.[1] ?? '';

/**
 * By what a number under a heading is multiplied to be in the column's own unit. Undefined where the heading's unit is none that is
 * known for this quantity (barrels of oil are no tonnes without its density): such numbers may not be taken as they stand.
 */
export const unitFactor = (column: Column, said: string): number | undefined => {
  const own = units[ownUnit(column)];
  if (said === '' || own === undefined) return 1;
  const key = keyOf(said);
  if (Object.hasOwn(own, key)) return own[key];
  // What is in brackets may be no unit at all: 自 (起始), Depth (measured).
  return Object.values(units).some((table) => Object.hasOwn(table, key)) || foreignUnit.test(key)
    ? undefined
    : 1;
};
/** Units that are met in tables of holes and have no place in a column of ours. */
const foreignUnit = /^(bbl|bbls|bopd|bwpd|mcf|mscf|mmscf|scf|stb|gal|桶)(\/d(ay)?)?$/;

/** Numbers that other programs write for “no value” (−999, −9999, −999.25 …): no depth, angle or content is one of them. */
export const isNoData = (value: number): boolean =>
  value < 0 && /^-9{3,}(?:\.(?:0+|9+|250*))?$/.test(String(value));
