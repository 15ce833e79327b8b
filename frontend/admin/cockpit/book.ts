import { mineralClassName } from '@geoarchive/domain/codes/mineral-class-of.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { cockpitSheets } from '@geoarchive/domain/supervision/cockpit-sheet.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { sourceNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import type { BookSheet } from '@geoarchive/sheets/write-book.ts';
import type { Cockpit } from './cockpit.ts';
import type { Stocks } from './Holders.tsx';

type Say = (text: Bilingual) => string;
type Rate = { should: number; submitted: number };
type Line = Cockpit['byNode'][number] | Cockpit['bySource'][number] | Cockpit['byMineral'][number];

/** A rate of nothing is left empty. */
const rateOf = (key: string, { should, submitted }: Rate): Values =>
  should === 0 ? {} : { [key]: percent(submitted, should) };
const line = ({ asOf, year }: Cockpit, { should, submitted, lastYear, overdue, soon }: Line): Values => ({
  ...{ asOf, year, should, submitted, overdue, soon },
  ...rateOf('rate', { should, submitted }),
  ...{ lastShould: lastYear.should, lastSubmitted: lastYear.submitted },
  ...rateOf('lastRate', lastYear),
});
const period = ({ asOf }: Cockpit, of: Rate & { period: string; ahead: number }): Values => ({
  ...{ asOf, period: of.period, should: of.should, submitted: of.submitted, ahead: of.ahead },
  ...rateOf('rate', of),
});

/** The lines of the archives. */
export const archiveRows = (of: Cockpit, say: Say): Values[] =>
  of.byNode.map((one) => ({ node: one.node, name: say(one.name), ...line(of, one) }));

/** Those of all archives together, the most overdue first. */
const holderRows = (stock: Stocks, say: Say): Values[] =>
  stock
    .flatMap(({ node, name, asOf, holders }) =>
      holders.map(({ organisation, name: holder, overdue, should, submitted }) => ({
        ...{ organisation, node, name: say(name), asOf, overdue, should, submitted },
        ...(holder === undefined ? {} : { holder }),
        ...rateOf('rate', { should, submitted }),
      })),
    )
    .toSorted((a, b) => b.overdue - a.overdue);

/** What the cockpit shows as one workbook: archives, sources, minerals, months, years, and the holders with most overdue tasks. */
export const bookOf = (
  of: Cockpit,
  stock: Stocks,
  say: Say,
  noMineral: string,
): [BookSheet, ...BookSheet[]] => [
  { sheet: cockpitSheets.archives, rows: archiveRows(of, say) },
  {
    sheet: cockpitSheets.sources,
    rows: of.bySource.map((one) => ({ name: say(sourceNames[one.source]), ...line(of, one) })),
  },
  {
    sheet: cockpitSheets.minerals,
    rows: of.byMineral.map((one) => ({
      name: one.mineral === 'none' ? noMineral : say(mineralClassName(one.mineral)),
      ...line(of, one),
    })),
  },
  {
    sheet: cockpitSheets.months,
    rows: of.byMonth.map((one) => ({
      ...period(of, one),
      ...{ lastShould: one.lastYear.should, lastSubmitted: one.lastYear.submitted },
    })),
  },
  { sheet: cockpitSheets.years, rows: of.byYear.map((one) => period(of, one)) },
  { sheet: cockpitSheets.holders, rows: holderRows(stock, say) },
];
