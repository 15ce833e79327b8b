import {
  type InspectionBody,
  inspectionBody,
  type RectificationBody,
  rectificationBody,
} from '@geoarchive/contract/custody-inspections.ts';
import { type CustodyFile, custodyFile } from '@geoarchive/contract/custody-parts.ts';
import {
  type InspectionState,
  inspectionLifecycle,
  type RectificationState,
  rectificationLifecycle,
} from '@geoarchive/domain/custody/inspection.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';

export type InspectionItem = Item<InspectionBody, InspectionState>;
export type RectificationItem = Item<RectificationBody, RectificationState>;

type Page<T> = { items: T[]; cursor?: string };
const everyPage = async <T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> => {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(cursor);
    found.push(...next.items);
    cursor = next.cursor;
  } while (cursor !== undefined);
  return found;
};
/** Everything in these states, each state by its day. */
const everyIn = async <T, S>(
  page: (state: S, cursor: string | undefined) => Promise<Page<T>>,
  states: readonly S[],
): Promise<T[]> =>
  (await Promise.all(states.map((state) => everyPage((cursor) => page(state, cursor))))).flat();

/** Inspections (检查): all, those of a custodian, and those of a state, each by the day planned; with their photos. */
export const inspectionStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'inspection',
    table,
    clock,
    schema: inspectionBody,
    lifecycle: inspectionLifecycle,
    lists: ({ id, state, body }) => {
      const by = `${body.plannedOn}#${id}`;
      return {
        gsi1: { in: 'inspections', by },
        gsi2: { in: `inspections#${body.node}`, by },
        gsi3: { in: `inspections-in#${state}`, by },
      };
    },
  });
  const photoKey = (id: string, photo: string) => ({ pk: `inspection#${id}`, sk: `photo#${photo}` });
  return {
    ...store,
    allIn: (...states: InspectionState[]) =>
      everyIn(
        (state, cursor) => store.list('gsi3', `inspections-in#${state}`, { cursor, limit: 100 }),
        states,
      ),
    puttingPhoto: (id: string, photo: CustodyFile): Write => ({
      Put: { TableName: table.name, Item: { ...photoKey(id, photo.id), photo } },
    }),
    /** The photos that were sent of these; the others are left out. */
    async photos(id: string, ids: readonly string[]): Promise<CustodyFile[]> {
      const rows = await table.getMany([...new Set(ids)].map((photo) => photoKey(id, photo)));
      const found = new Map(
        rows.map((row) => custodyFile.parse(row['photo'])).map((photo) => [photo.id, photo] as const),
      );
      return [...new Set(ids)].flatMap((photo) => found.get(photo) ?? []);
    },
  };
};

/** Rectifications (整改): all, those of a custodian, and those of a state, each by their day. */
export const rectificationStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'rectification',
    table,
    clock,
    schema: rectificationBody,
    lifecycle: rectificationLifecycle,
    lists: ({ id, state, body }) => {
      const by = `${body.due}#${id}`;
      return {
        gsi1: { in: 'rectifications', by },
        gsi2: { in: `rectifications#${body.node}`, by },
        gsi3: { in: `rectifications-in#${state}`, by },
      };
    },
  });
  return {
    ...store,
    allIn: (...states: RectificationState[]) =>
      everyIn(
        (state, cursor) => store.list('gsi3', `rectifications-in#${state}`, { cursor, limit: 100 }),
        states,
      ),
  };
};
