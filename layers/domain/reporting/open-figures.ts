import type { Figure, ReportTable } from './figure.ts';
import { figures } from './tables/tables.ts';
import type { Rolled } from './values.ts';

/**
 * The tables whose national sums are open to everybody: not what concerns classified data (T4), nor staff, premises and money of the
 * units (T8). Ours: no text of the field says which figures are published.
 */
export const openTables = ['T1', 'T2', 'T3', 'T5', 'T6', 'T7'] as const satisfies readonly ReportTable[];
export type OpenTable = (typeof openTables)[number];

const isOpenTable = (table: Figure['table']): table is OpenTable => openTables.some((one) => one === table);
/** The figures that are published, in the order in which they are shown. */
export const openFigures: readonly Figure[] = figures.filter(({ table }) => isOpenTable(table));

/** What of national sums is published: open figures that at least one unit has. */
export const openSums = (
  sums: Readonly<Record<string, Rolled>>,
): Record<string, { n: number; units: number }> =>
  Object.fromEntries(
    openFigures.flatMap(({ code }) => {
      const { n, units } = sums[code] ?? {};
      return n === undefined || units === undefined ? [] : [[code, { n, units }]];
    }),
  );
