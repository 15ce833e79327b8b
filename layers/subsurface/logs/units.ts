import { metresPerFoot } from '@geoarchive/domain/subsurface/feet.ts';

const lengths: readonly (readonly [RegExp, number])[] = [
  [/^(m|mt|mts|met(er|re)s?|米)$/, 1],
  [/^(f|ft|foot|feet|feets|英尺|ftus|usft)$/, metresPerFoot],
  [/^(cm|centimet(er|re)s?)$/, 0.01],
  [/^(mm|millimet(er|re)s?)$/, 0.001],
  [/^(in|inch|inches)$/, 0.0254],
  [/^0?\.1 ?(in|inch)$/, 0.002_54],
  [/^0?\.5 ?(mm)$/, 0.0005],
];
/** Metres in a unit of length, as logs write it; undefined for any other unit. */
export const metresIn = (unit: string): number | undefined => {
  const plain = unit
    .normalize('NFKC')
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return lengths.find(([words]) => words.test(plain))?.[1];
};
