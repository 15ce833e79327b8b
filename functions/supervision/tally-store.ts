import { day, task } from '@geoarchive/contract/shared.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import {
  additions,
  type Cell,
  cellOf,
  countedStates,
  type Sheets,
} from '@geoarchive/domain/supervision/tally.ts';
import type { Row, Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const cell = task
  .pick({ node: true, source: true, mineral: true })
  .extend({ due: day, state: z.enum(countedStates) });
const tallied = z.object({ id: z.string(), version: z.number(), cell: cell.optional() });
/** The cell in which a task was last counted, and the version of the task it had then. */
export type Tallied = z.infer<typeof tallied>;
const taskRow = z.object({
  id: z.string(),
  version: z.number(),
  state: task.shape.state,
  body: task.pick({ node: true, source: true, mineral: true, due: true, handIns: true }),
});
const sheetRow = z.object({
  sk: z.string(),
  counts: z.record(z.string(), z.number()),
  at: z.string(),
  rev: z.number(),
});
export type Sheet = z.infer<typeof sheetRow>;

/** A count stands beside what a row is found by, so its name says that it is one. */
const countPrefix = 'n:';
/** Writes of one transaction, with room left for those of a job's step. */
const room = 90;

const sheetOf = ({ sk, at, rev, ...rest }: Row): Sheet =>
  sheetRow.parse({
    sk,
    at,
    rev,
    counts: Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) =>
        name.startsWith(countPrefix) ? [[name.slice(countPrefix.length), value]] : [],
      ),
    ),
  });

const taskKey = (id: string) => ({ pk: `task#${id}`, sk: 'item' });
const talliedKey = (id: string) => ({ pk: `tallied#${id}`, sk: 'tallied' });
const place = (node: string) => `tally#${node}`;
const members = (node: string) => `tallied#${node}`;

export type Counted = Tallied & { was: Tallied | undefined };

/**
 * Prepared counts of tasks (decision 0022). Each task remembers where it was last counted; moving it to where it counts now is one
 * transaction with the sheets of both places, so that neither order nor repetition of what one hears of tasks matters.
 */
export const tallyStore = (table: Table, clock: Clock) => {
  const talliedOf = async (ids: readonly string[]): Promise<Map<string, Tallied>> => {
    const rows = await table.getMany(ids.map(talliedKey));
    return new Map(rows.map((row) => tallied.parse(row)).map((one) => [one.id, one]));
  };

  const remembering = ({ id, version, cell: now, was }: Counted): Write => ({
    Put: {
      TableName: table.name,
      Item: {
        ...talliedKey(id),
        id,
        version,
        ...(now === undefined ? {} : { cell: now, gsi1pk: members(now.node), gsi1sk: `${now.due}#${id}` }),
      },
      ...(was === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': was.version } }),
    },
  });

  const adding = (of: { node: string; sheet: string; add: Readonly<Record<string, number>> }): Write => {
    const adds = Object.entries(of.add);
    return {
      Update: {
        TableName: table.name,
        Key: { pk: place(of.node), sk: of.sheet },
        UpdateExpression: `SET #at = :at ADD #rev :one${adds.map((_, n) => `, #n${n} :n${n}`).join('')}`,
        ExpressionAttributeNames: {
          '#at': 'at',
          '#rev': 'rev',
          ...Object.fromEntries(adds.map(([name], n) => [`#n${n}`, `${countPrefix}${name}`])),
        },
        ExpressionAttributeValues: {
          ':at': clock().toISOString(),
          ':one': 1,
          ...Object.fromEntries(adds.map(([, by], n) => [`:n${n}`, by])),
        },
      },
    };
  };

  const isSame = (a: Cell | undefined, b: Cell | undefined): boolean =>
    a?.node === b?.node &&
    a?.due === b?.due &&
    a?.source === b?.source &&
    a?.mineral === b?.mineral &&
    a?.state === b?.state;
  const writesOf = (some: readonly Counted[]): Write[] => [
    ...some.map(remembering),
    ...additions(
      some
        .filter(({ was, cell: now }) => !isSame(was?.cell, now))
        .map(({ was, cell: now }) => ({ from: was?.cell, to: now })),
    ).map(adding),
  ];

  return {
    talliedOf,
    /** Tasks as they are now that were not yet counted as that. Read consistently: an event may be older than the task. */
    async behind(ids: readonly string[]): Promise<Counted[]> {
      const unique = [...new Set(ids)];
      // First where they were counted: a task read later is at least as new, so a count never goes back.
      const was = await talliedOf(unique);
      const rows = await table.getMany(unique.map(taskKey));
      return rows.flatMap((row) => {
        const { id, version, state, body } = taskRow.parse(row);
        const counted = was.get(id);
        return counted !== undefined && counted.version >= version
          ? []
          : [{ id, version, cell: cellOf({ ...body, state }), was: counted }];
      });
    },
    /** The writes that count as many of these as one transaction holds, and how many those are. */
    counting(some: readonly Counted[]): { writes: Write[]; whole: number } {
      let whole = Math.min(some.length, room);
      for (; ; whole -= 1) {
        const writes = writesOf(some.slice(0, whole));
        if (writes.length <= room || whole <= 1) return { writes, whole };
      }
    },
    /** The sheets of one place that begin so; read consistently. */
    async sheets(node: string, prefix: string): Promise<Sheet[]> {
      const found: Sheet[] = [];
      for await (const row of table.each(place(node), prefix)) found.push(sheetOf(row));
      return found;
    },
    async sheet(node: string, name: string): Promise<Sheet | undefined> {
      const row = await table.get({ pk: place(node), sk: name });
      return row === undefined ? undefined : sheetOf(row);
    },
    /** For each place all sheets of its years, and those further ones that are named. */
    async read(nodes: readonly string[], names: readonly string[]): Promise<Map<string, Sheets>> {
      const [years, rows] = await Promise.all([
        Promise.all(nodes.map((node) => this.sheets(node, 'year#'))),
        table.getMany(nodes.flatMap((node) => names.map((sk) => ({ pk: place(node), sk })))),
      ]);
      const further = Map.groupBy(rows, ({ pk }) => pk);
      return new Map(
        nodes.map((node, n) => [
          node,
          new Map(
            [...(years[n] ?? []), ...(further.get(place(node)) ?? []).map(sheetOf)].map(({ sk, counts }) => [
              sk,
              counts,
            ]),
          ),
        ]),
      );
    },
    /** Where the tasks of a place that are due in a year were counted; the list lags behind what was just written. */
    async membersOf(node: string, year: string): Promise<Tallied[]> {
      const found: Tallied[] = [];
      let start: Row | undefined;
      do {
        const page = await table.query({
          index: 'gsi1',
          partition: members(node),
          prefix: `${year}-`,
          start,
        });
        found.push(...page.rows.map((row) => tallied.parse(row)));
        start = page.next;
      } while (start !== undefined);
      return found;
    },
    /** The years in which something of a place is due or was counted, in order. */
    async years(node: string): Promise<string[]> {
      const end = async (newestFirst: boolean): Promise<number[]> => {
        const { rows } = await table.query({
          index: 'gsi1',
          partition: members(node),
          limit: 1,
          newestFirst,
        });
        return rows.flatMap((row) => Number(tallied.parse(row).cell?.due.slice(0, 4) ?? []));
      };
      const [[first], [last], sheets] = await Promise.all([
        end(false),
        end(true),
        this.sheets(node, 'year#'),
      ]);
      const counted = sheets.map(({ sk }) => Number(sk.slice('year#'.length)));
      const due =
        first === undefined || last === undefined
          ? []
          : Array.from({ length: last - first + 1 }, (_, at) => first + at);
      return [...new Set([...counted, ...due])]
        .sort((a, b) => a - b)
        .map((year) => String(year).padStart(4, '0'));
    },
    /** The write that sets a sheet to what was counted afresh, unless it was changed since it was read. */
    setting: (
      node: string,
      sheet: string,
      counts: Readonly<Record<string, number>>,
      was: Sheet | undefined,
    ): Write => ({
      Put: {
        TableName: table.name,
        Item: {
          pk: place(node),
          sk: sheet,
          at: clock().toISOString(),
          rev: (was?.rev ?? 0) + 1,
          ...Object.fromEntries(
            Object.entries(counts).map(([name, count]) => [`${countPrefix}${name}`, count]),
          ),
        },
        ...(was === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': was.rev } }),
      },
    }),
  };
};
export type TallyStore = ReturnType<typeof tallyStore>;
