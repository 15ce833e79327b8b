import { type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { together } from '@geoarchive/domain/supervision/figures.ts';
import {
  defaultDigestWeekday,
  sheetsOfWeek,
  type WeekFigures,
  weekFigures,
  weekOf,
} from '@geoarchive/domain/supervision/week.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { ArchiveDeps } from '../archive/deps.ts';

type Deps = Pick<ArchiveDeps, 'clock' | 'settings' | 'table' | 'tallies' | 'orders'>;

/** Of whom a digest is: one archive's province, or all. */
const ofAll = 'all';
/** Archives that the ministry's digest names. */
const namedMost = 5;

const count = z.number().int();
const weekRow = z.object({
  /** When it was made; the figures are of that moment. */
  at: z.string(),
  figures: z.object({
    due: count,
    newlyOverdue: count,
    overdue: count,
    dueIn7: count,
    dueIn30: count,
    submittedSoFar: count,
  }),
  /** What is submitted beyond the digest before, and the day of that; left out for the first. */
  submitted: z.object({ more: count, since: z.string() }).optional(),
  orders: z.object({ open: count, late: count }),
  /** Of the ministry's: the archives with most overdue tasks. */
  most: z.array(z.object({ node: z.string(), overdue: count })),
});
export type Week = z.infer<typeof weekRow>;

const partition = (of: string) => `supervision-weeks#${of}`;
const weekOfArchive = async (table: Table, of: string, week: Day): Promise<Week | undefined> => {
  const row = await table.get({ pk: partition(of), sk: week });
  return row === undefined ? undefined : weekRow.parse(row);
};

/** The digest before that of a week, with the week it is of. */
const before = async (table: Table, of: string, week: Day) => {
  const { rows } = await table.query({
    partition: partition(of),
    range: ['0', week],
    newestFirst: true,
    limit: 1,
  });
  const [row] = rows;
  return row === undefined ? undefined : { week: z.string().parse(row['sk']), ...weekRow.parse(row) };
};

/** The orders of the ministry that are not closed, and those past their day. */
const openOrders = async ({ orders }: Deps, today: Day): Promise<{ node: string; late: boolean }[]> => {
  const open: { node: string; late: boolean }[] = [];
  for (const state of ['open', 'replied']) {
    let cursor: string | undefined;
    do {
      const page = await orders.list('gsi3', `orders-in#${state}`, { cursor });
      for (const { body } of page.items)
        open.push({ node: body.node, late: state === 'open' && body.deadline < today });
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return open;
};

/** Keeps the digest of a week and tells of it, both or neither; one that is there already stays, and is not told again. */
const keep = async (
  { table, clock }: Deps,
  of: string,
  week: Day,
  made: Omit<Week, 'at' | 'submitted'>,
): Promise<void> => {
  const last = await before(table, of, week);
  if (last?.week === week) return;
  const item: Week = {
    at: clock().toISOString(),
    ...made,
    ...(last === undefined
      ? {}
      : {
          submitted: {
            more: made.figures.submittedSoFar - last.figures.submittedSoFar,
            since: last.week,
          },
        }),
  };
  try {
    await table.transact([
      {
        Put: {
          TableName: table.name,
          Item: { pk: partition(of), sk: week, ...item },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      auditWrite(table.name, clock, {
        about: `week#${of}#${week}`,
        action: 'cockpit.week',
        by: { worker: 'clocks' },
        detail: { ...made.figures },
        ...(of === ofAll ? {} : { node: of }),
      }),
      outboxWrite(table.name, clock, 'WeekSummed', of === ofAll ? { week } : { week, node: of }),
    ]);
  } catch (error) {
    // Another run made it in the same instant.
    if (!(error instanceof ConditionFailed)) throw error;
  }
};

/**
 * Sums up the week for each province and for the ministry, once a week on the weekday of the settings. It asks only whether the week that
 * runs was summed up, so a day on which it did not run is caught up by the next one, once; weeks that passed altogether are not.
 */
export const sumUpWeek = async (deps: Deps): Promise<void> => {
  const { settings, tallies, clock } = deps;
  const today = dayOf(clock());
  const week = weekOf(today, settings.digestWeekday ?? defaultDigestWeekday);
  // The last that is made: where it is there, all are.
  if ((await weekOfArchive(deps.table, ofAll, week)) !== undefined) return;
  const places = await tallies.read(
    settings.nodes.map(({ code }) => code),
    sheetsOfWeek(week),
  );
  const open = await openOrders(deps, today);
  const ordersOf = (node: string | undefined) => {
    const some = open.filter((order) => node === undefined || order.node === node);
    return { open: some.length, late: some.filter(({ late }) => late).length };
  };
  const figures = new Map<string, WeekFigures>(
    [...places].map(([node, sheets]) => [node, weekFigures(sheets, week)]),
  );
  for (const { code, province } of settings.nodes) {
    const own = figures.get(code);
    if (province === undefined || own === undefined) continue;
    await keep(deps, code, week, { figures: own, orders: ordersOf(code), most: [] });
  }
  const most = [...figures]
    .map(([node, { overdue }]) => ({ node, overdue }))
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue)
    .slice(0, namedMost);
  const all = weekFigures(together([...places.values()]), week);
  await keep(deps, ofAll, week, { figures: all, orders: ordersOf(undefined), most });
};

/** The digest of an archive's province, or without one of all. */
export const readWeek = (
  table: Table,
  { week, node = ofAll }: { week: Day; node?: string | undefined },
): Promise<Week | undefined> => weekOfArchive(table, node, week);
