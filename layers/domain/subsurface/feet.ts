import type { HoleHeader } from './header.ts';

/** The international foot in metres (exact). */
export const metresPerFoot = 0.3048;
/** Tenths of a millimetre: finer is no measurement, but the noise of the division. */
export const feetToMetres = (feet: number): number => Math.round(feet * metresPerFoot * 10_000) / 10_000;

const headerDepths = ['designDepth', 'finalDepth', 'trueDepth'] as const;
const rowDepths = new Set(['depth', 'from', 'to', 'top', 'cementTop', 'coreLength', 'waterLevel']);
/** Whether a field of a hole or of a row of it is a depth or a length along the hole, which feet are turned for. */
export const isDepth = (key: string): boolean =>
  rowDepths.has(key) || headerDepths.some((depth) => depth === key);
/** The depths of a row along a hole, given in feet, in metres. */
export const rowInMetres = <R extends object>(row: R): R =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      rowDepths.has(key) && typeof value === 'number' ? feetToMetres(value) : value,
    ]),
    // Keys stay as they are and numbers stay numbers.
  ) as R;

/** A header whose depths are feet with them in metres, as they are kept. */
export const headerInMetres = <H extends Partial<HoleHeader>>(header: H): H => {
  const metric: H = { ...header, depthUnit: 'm' };
  for (const key of headerDepths) {
    const depth = header[key];
    if (depth !== undefined) metric[key] = feetToMetres(depth);
  }
  return metric;
};
