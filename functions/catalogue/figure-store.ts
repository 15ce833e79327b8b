import { type YearFigures, yearFigures } from '@geoarchive/contract/figure-parts.ts';
import * as contract from '@geoarchive/contract/open-figures.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { implement } from '@geoarchive/platform/call.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const partition = 'open-figures';
const row = z.object({ figures: yearFigures });

/** The open national figures as the portal has them: of each year the newest version. */
export const figureStore = (table: Table, clock: Clock) => ({
  /** Takes in the figures of a year; an older version than the one here changes nothing. */
  async put(figures: YearFigures): Promise<void> {
    const { year, version } = figures;
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { pk: partition, sk: String(year), version, figures },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
        auditWrite(table.name, clock, {
          about: `${partition}#${year}`,
          action: 'figures.publish',
          by: { worker: 'ingest' },
          detail: { version },
          node: undefined,
        }),
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  },
  /** Every year that is open, the newest first: one row a year. */
  async all(): Promise<YearFigures[]> {
    const { rows } = await table.query({ partition, newestFirst: true, limit: 100 });
    return rows.map((one) => row.parse(one).figures);
  },
});
export type FigureStore = ReturnType<typeof figureStore>;

export const figureRoutes = [
  implement(contract.listOpenFigures, async ({ figures }: { figures: FigureStore }) => ({
    items: await figures.all(),
  })),
];
