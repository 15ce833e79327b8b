import { isNoData } from './units.ts';

const plain = /^([<>≤≥]?)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i;
const grouped = /^([<>≤≥]?)\s*([+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?)$/;
const limits: Readonly<Record<string, '<' | '>'>> = { '<': '<', '≤': '<', '>': '>', '≥': '>' };

/**
 * A content as it stands in the column of its element: `0.86`, `<0.01`, `1,234`. `no-data` where it is a number that stands for none;
 * undefined where it is no number (`<LOD`, `ND`, 未检出), which has to be told.
 */
export const assayOf = (said: string): { value: number; limit?: '<' | '>' } | 'no-data' | undefined => {
  const text = said.normalize('NFKC').trim();
  const [, mark = '', digits = ''] = plain.exec(text) ?? grouped.exec(text) ?? [];
  const value = Number(digits.replaceAll(',', ''));
  if (digits === '' || !Number.isFinite(value)) return undefined;
  if (isNoData(value)) return 'no-data';
  const limit = limits[mark];
  return limit === undefined ? { value } : { value, limit };
};
