import {
  type Holding,
  holding,
  type RemovedHolding,
  removedHolding,
} from '@geoarchive/contract/custody-holdings.ts';
import { isSameTie, type TieKind, tieKey, tieKinds } from '@geoarchive/domain/custody/ties.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import type { Row, Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

type Place = { custodian: string; period: string };
const tied = holding.extend({ period: z.string() });
const ties = { task: 'gsi1', dossier: 'gsi2', well: 'gsi3' } as const;

/** The rows of holding lists, by custodian, year and code; found by what they are tied to as well. */
export const holdingStore = (table: Table) => {
  const partition = ({ custodian, period }: Place) => `holding#${custodian}#${period}`;
  const key = (of: Place, code: string) => ({ pk: partition(of), sk: code });
  const removedKey = ({ custodian, period }: Place, code: string) => ({
    pk: `holding-removed#${custodian}#${period}`,
    sk: code,
  });
  const tiePartition = (tie: TieKind, value: string) => `holding-of-${tie}#${tieKey(tie, value)}`;
  const tieFields = (row: Holding, period: string): Row =>
    Object.fromEntries(
      tieKinds.flatMap((tie) => {
        const value = row[tie];
        if (value === undefined) return [];
        return [
          [`${ties[tie]}pk`, tiePartition(tie, value)],
          [`${ties[tie]}sk`, `${period}#${row.custodian}#${row.code}`],
        ];
      }),
    );
  return {
    async many(of: Place, codes: readonly string[]): Promise<Map<string, Holding>> {
      const rows = await table.getMany([...new Set(codes)].map((code) => key(of, code)));
      return new Map(rows.map((row) => holding.parse(row)).map((row) => [row.code, row]));
    },
    putting: (of: Place, row: Holding): Write => ({
      Put: {
        TableName: table.name,
        Item: { ...key(of, row.code), ...row, period: of.period, ...tieFields(row, of.period) },
      },
    }),
    removing: (of: Place, code: string): Write => ({
      Delete: { TableName: table.name, Key: key(of, code) },
    }),
    /** The writes that take a row out and keep it beside the list, to be put back. */
    takingOut: (of: Place, removed: RemovedHolding): Write[] => [
      { Delete: { TableName: table.name, Key: key(of, removed.row.code) } },
      { Put: { TableName: table.name, Item: { ...removedKey(of, removed.row.code), ...removed } } },
    ],
    async removed(of: Place, code: string): Promise<RemovedHolding | undefined> {
      const row = await table.get(removedKey(of, code));
      return row === undefined ? undefined : removedHolding.parse(row);
    },
    forgettingRemoved: (of: Place, code: string): Write => ({
      Delete: { TableName: table.name, Key: removedKey(of, code) },
    }),
    async removedPage(of: Place, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
      const { rows, next } = await table.query({
        partition: removedKey(of, '').pk,
        start: fromCursor(cursor),
        limit,
      });
      const after = toCursor(next);
      return {
        items: rows.map((row) => removedHolding.parse(row)),
        ...(after === undefined ? {} : { cursor: after }),
      };
    },
    /** So many rows behind a code; `more` where there are others behind them. */
    async behind(of: Place, after: string | undefined, limit: number) {
      const { rows, next } = await table.query({
        partition: partition(of),
        start: after === undefined ? undefined : key(of, after),
        limit,
      });
      return { rows: rows.map((row) => holding.parse(row)), more: next !== undefined };
    },
    async page(of: Place, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
      const { rows, next } = await table.query({
        partition: partition(of),
        start: fromCursor(cursor),
        limit,
      });
      const after = toCursor(next);
      return {
        items: rows.map((row) => holding.parse(row)),
        ...(after === undefined ? {} : { cursor: after }),
      };
    },
    /** What is tied to a task, a dossier or a well, whoever holds it; the newest year last. */
    async tiedTo(
      of: { tie: TieKind; value: string },
      paging: { cursor?: string | undefined; limit: number },
    ) {
      const { rows, next } = await table.query({
        index: ties[of.tie],
        partition: tiePartition(of.tie, of.value),
        start: fromCursor(paging.cursor),
        limit: paging.limit,
      });
      const after = toCursor(next);
      const items = rows
        .map((row) => tied.parse(row))
        .filter((row) => isSameTie(of.tie, row[of.tie] ?? '', of.value));
      return { items, ...(after === undefined ? {} : { cursor: after }) };
    },
  };
};
