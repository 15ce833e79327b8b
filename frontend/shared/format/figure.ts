import { type Figure, units } from '@geoarchive/domain/reporting/figure.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { formatBytes, formatCount } from './numbers.ts';

/** A number of a figure as people read it, with its unit. */
export const figureText = (figure: Figure, n: number, say: (of: Bilingual) => string): string => {
  if (figure.unit === 'byte') return formatBytes(n);
  const unit = say(units[figure.unit]);
  return figure.unit === 'percent' ? `${formatCount(n)}%` : `${formatCount(n)} ${unit}`;
};
