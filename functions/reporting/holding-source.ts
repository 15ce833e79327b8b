import type { Holding } from '@geoarchive/contract/custody-holdings.ts';
import { compare } from '@geoarchive/domain/custody/compare.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { yearEnd } from '@geoarchive/domain/reporting/period.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { type HoldingListItem, holdingListStore } from '../custody/holding-list-store.ts';
import { holdingStore } from '../custody/holding-store.ts';
import { changeFacts, holdingFacts } from './facts-of.ts';

type Deps = { table: Table; clock: Clock };
const list = z.object({ period: z.string(), version: z.number() });
/** A list of a custodian whose rows stand, and the one before it. */
export const lists = list.extend({ before: list.optional() });
export type Lists = z.infer<typeof lists>;

const stands = ({ state }: HoldingListItem): boolean => state !== 'open';
const named = ({ version, body }: HoldingListItem) => ({ period: body.period, version });

/**
 * The list of holdings that tells of a year, once it was handed in, and the newest before it that was; none for a part of a year that ends
 * before the day of which lists tell.
 */
export const listsOf = async (
  { table, clock }: Deps,
  unit: string,
  period: { to: string },
): Promise<Lists | undefined> => {
  const year = period.to.slice(0, 4);
  if (period.to !== yearEnd(year)) return undefined;
  const store = holdingListStore(table, clock);
  const { of } = store;
  const item = await of(unit, year);
  if (item === undefined || !stands(item)) return undefined;
  const earlier = await store.list('gsi2', `holding-lists#${unit}`, {
    ...{ newestFirst: true, limit: 100, range: ['0000', String(Number(year) - 1)] },
  });
  // The list of lists lags: what it names is looked at itself.
  for (const { body } of earlier.items) {
    const before = await of(unit, body.period);
    if (before !== undefined && stands(before) && before.body.figures.rows > 0)
      return { ...named(item), before: named(before) };
  }
  return named(item);
};

/** Whether two looks found the same lists in the same versions: rows change only while a list is open. */
export const isSameLists = (a: Lists | undefined, b: Lists | undefined): boolean =>
  a?.version === b?.version &&
  a?.before?.period === b?.before?.period &&
  a?.before?.version === b?.before?.version;

/** The next rows of a list behind a code. */
export const holdingPage = async (
  { table }: Pick<Deps, 'table'>,
  of: { unit: string; lists: Lists; after: string | undefined; limit: number },
) => {
  const place = { custodian: of.unit, period: of.lists.period };
  const { rows, more } = await holdingStore(table).behind(place, of.after, of.limit);
  return {
    facts: rows.flatMap((row) => holdingFacts(row, of.lists.period)),
    objects: rows.length,
    cursor: more ? rows.at(-1)?.code : undefined,
  };
};

/** The next rows of both lists, up to where the shorter look ends, laid beside each other. */
export const changePage = async (
  { table }: Pick<Deps, 'table'>,
  of: { unit: string; lists: Lists; after: string | undefined; limit: number },
) => {
  const { behind } = holdingStore(table);
  const { period, before } = of.lists;
  const look = (year: string) => behind({ custodian: of.unit, period: year }, of.after, of.limit);
  const [now, old] = await Promise.all([
    look(period),
    before === undefined ? { rows: [] as Holding[], more: false } : look(before.period),
  ]);
  const [until] = [now, old].flatMap(({ rows, more }) => (more ? (rows.at(-1)?.code ?? []) : [])).toSorted();
  const compared = compare(now.rows, old.rows, until);
  return {
    facts: compared.flatMap((one) => changeFacts(one, { unit: of.unit, period, before: before?.period })),
    objects: compared.length,
    cursor: until,
  };
};
