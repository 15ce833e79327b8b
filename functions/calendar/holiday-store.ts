import type { HolidayYear } from '@geoarchive/contract/calendar.ts';
import {
  type HolidayTable,
  listOf,
  shippedTable,
  tablesInForce,
} from '@geoarchive/domain/calendar/holidays.ts';
import { type TableDays, tableDays, tableDifferences } from '@geoarchive/domain/calendar/table-edit.ts';
import { type WorkCalendar, workCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite, listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** A year as last edited. Without lists it was put back to the shipped table; the row stays, since its version goes on. */
const row = z.object({
  year: z.number(),
  version: z.number(),
  table: z.object({ off: z.string(), work: z.string(), source: z.string() }).optional(),
  by: z.string(),
  at: z.string(),
  reason: z.string(),
});
type Edited = z.infer<typeof row>;
const pk = 'calendar';
const key = (year: number) => ({ pk, sk: `year#${year}` });
const auditName = (year: number) => `calendar-${year}`;
const detail = z.object({
  reason: z.string(),
  off: z.string().default(''),
  work: z.string().default(''),
  source: z.string().optional(),
});

const tableOf = (found: Edited | undefined): HolidayTable | undefined =>
  found?.table === undefined ? undefined : { year: found.year, ...found.table };

const view = (year: number, found: Edited | undefined): HolidayYear => {
  const shipped = shippedTable(year);
  const edited = tableOf(found);
  const inForce = edited ?? shipped;
  const days = inForce === undefined ? { off: [], work: [] } : tableDays(inForce);
  const before = shipped && tableDays(shipped);
  return {
    year,
    known: inForce !== undefined,
    ...days,
    ...(inForce === undefined ? {} : { source: inForce.source }),
    version: found?.version ?? 0,
    ...(found === undefined || edited === undefined
      ? {}
      : { edited: { by: found.by, at: found.at, reason: found.reason } }),
    ...(shipped === undefined || before === undefined
      ? {}
      : { shipped: { ...before, source: shipped.source } }),
    differences: tableDifferences(before, days),
  };
};

/** The edited holiday tables of a deployment. Those that came with the system are the base and stay in the code. */
export const holidayStore = (table: Table, clock: Clock) => {
  const all = async (): Promise<Edited[]> => {
    const { rows } = await table.query({ partition: pk, prefix: 'year#' });
    return rows.map((found) => row.parse(found));
  };
  const get = async (year: number): Promise<Edited | undefined> => {
    const found = await table.get(key(year));
    return found && row.parse(found);
  };
  const write = async (
    { year, table: now, reason }: Pick<Edited, 'year' | 'table' | 'reason'>,
    told: { action: string; by: Caller; ifMatch: number | undefined },
  ): Promise<HolidayYear> => {
    const before = (await get(year))?.version ?? 0;
    if (told.ifMatch !== undefined && told.ifMatch !== before) throw new Problem('stale');
    const after = { year, reason, by: told.by.name, at: clock().toISOString(), version: before + 1 };
    const edited: Edited = now === undefined ? after : { ...after, table: now };
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { ...key(year), ...edited },
            ConditionExpression: 'attribute_not_exists(pk) OR version = :before',
            ExpressionAttributeValues: { ':before': before },
          },
        },
        auditWrite(table.name, clock, {
          about: auditName(year),
          action: told.action,
          by: told.by,
          detail: { reason, ...(now ?? shippedTable(year) ?? {}) },
        }),
      ]);
    } catch (error) {
      if (error instanceof ConditionFailed) throw new Problem('stale');
      throw error;
    }
    return view(year, edited);
  };

  return {
    /** Which days are worked, by the tables that count now. */
    calendar: async (): Promise<WorkCalendar> => {
      const edited = (await all()).flatMap((found) => tableOf(found) ?? []);
      return workCalendar(tablesInForce(edited));
    },
    /** Years with a table, in order, and who edited them. */
    async years(): Promise<{ year: number; shipped: boolean; edited?: HolidayYear['edited'] }[]> {
      const edited = new Map((await all()).flatMap((one) => (one.table ? [[one.year, one] as const] : [])));
      const years = tablesInForce([...edited.values()].flatMap((one) => tableOf(one) ?? []));
      return years.map(({ year }) => {
        const found = edited.get(year);
        return {
          year,
          shipped: shippedTable(year) !== undefined,
          ...(found === undefined ? {} : { edited: { by: found.by, at: found.at, reason: found.reason } }),
        };
      });
    },
    year: async (year: number): Promise<HolidayYear> => view(year, await get(year)),
    /** Changes of a year, newest first, at most 100. */
    async edits(year: number) {
      const { items } = await listAuditOf(table, auditName(year), {
        cursor: undefined,
        limit: 100,
        newestFirst: true,
      });
      return items.map(({ at, byName, detail: said }) => {
        const { reason, off, work, source } = detail.parse(said);
        return {
          ...{ by: byName, at, reason, ...tableDays({ year, off, work }) },
          ...(source === undefined ? {} : { source }),
        };
      });
    },
    edit: (
      year: number,
      { off, work, source }: TableDays & { source: string },
      told: { action: string; by: Caller; reason: string; ifMatch: number | undefined },
    ) => write({ year, reason: told.reason, table: { off: listOf(off), work: listOf(work), source } }, told),
    /** Back to the shipped table, or to none. */
    reset: (
      year: number,
      told: { action: string; by: Caller; reason: string; ifMatch: number | undefined },
    ) => write({ year, table: undefined, reason: told.reason }, told),
  };
};
export type HolidayStore = ReturnType<typeof holidayStore>;
