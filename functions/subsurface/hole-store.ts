import { holePlace } from '@geoarchive/contract/hole-parts.ts';
import type { HoleBody } from '@geoarchive/contract/holes.ts';
import { holeBody } from '@geoarchive/contract/holes.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { type HoleState, holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import { comparedNumber, isSameHole, metresBetween } from '@geoarchive/domain/subsurface/same-hole.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

export type HoleItem = Item<HoleBody, HoleState>;

const entry = z.object({
  id: z.string(),
  hole: z.string().optional(),
  place: holePlace.optional(),
  project: z.string().optional(),
});
type Entry = z.infer<typeof entry>;
const numberRow = z.object({ version: z.number(), holes: z.array(entry) });
/** The holes of an archive that share a number, and the version of that list. */
export type SameNumber = z.infer<typeof numberRow>;

const entryOf = (id: string, { place, header }: Pick<HoleBody, 'place' | 'header'>): Entry => ({
  id,
  hole: header.hole,
  ...(place === undefined ? {} : { place }),
  ...(header.project === undefined ? {} : { project: header.project }),
});

/** Holes (钻孔) of the archive plane, listed by archive. Beside them stands, number by number, which holes bear it. */
export const holeStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'hole',
    table,
    clock,
    schema: holeBody,
    lifecycle: holeLifecycle,
    lists: ({ id, state, body }) =>
      state === 'removed' ? {} : { gsi1: { in: `holes#${body.node}`, by: id } },
  });
  const numberKey = (node: string, number: string) => ({
    pk: `hole-number#${node}#${comparedNumber(number)}`,
    sk: 'holes',
  });
  return {
    ...store,
    /** Which holes of an archive bear a number. */
    async ofNumber(node: string, number: string): Promise<SameNumber> {
      const row = await table.get(numberKey(node, number));
      return row === undefined ? { version: 0, holes: [] } : numberRow.parse(row);
    },
    /**
     * The write that puts a hole where it is found by its number, or takes it from there. It fails when the list is not as it was read: so
     * two imports at once do not make one hole twice.
     */
    numbering(
      id: string,
      body: Pick<HoleBody, 'node' | 'place' | 'header'>,
      before: SameNumber,
      present = true,
    ): Write {
      const others = before.holes.filter((one) => one.id !== id);
      return {
        Put: {
          TableName: table.name,
          Item: {
            ...numberKey(body.node, body.header.hole),
            version: before.version + 1,
            holes: present ? [...others, entryOf(id, body)] : others,
          },
          ConditionExpression: before.version === 0 ? 'attribute_not_exists(pk)' : '#v = :version',
          ...(before.version === 0
            ? {}
            : {
                ExpressionAttributeNames: { '#v': 'version' },
                ExpressionAttributeValues: { ':version': before.version },
              }),
        },
      };
    },
    /** Every hole of these archives, for a rebuild of the index. */
    async *all(nodes: readonly string[]): AsyncGenerator<HoleItem> {
      for (const node of nodes) {
        let cursor: string | undefined;
        do {
          const page = await store.list('gsi1', `holes#${node}`, { cursor });
          yield* page.items;
          cursor = page.cursor;
        } while (cursor !== undefined);
      }
    },
    async some(ids: readonly string[]): Promise<Map<string, HoleItem>> {
      const rows = await table.getMany(ids.map((id) => ({ pk: `hole#${id}`, sk: 'item' })));
      return new Map(rows.map((row) => store.read(row)).map((item) => [item.id, item]));
    },
  };
};
export type HoleStore = ReturnType<typeof holeStore>;

/** Of the holes that bear a number the one that this is, and how far they lie apart. */
export const sameAmong = (
  { holes }: SameNumber,
  of: Pick<HoleBody, 'place' | 'header'>,
): { id: string; metres?: number } | undefined => {
  const same = holes
    .filter((one) => isSameHole(one, { hole: of.header.hole, place: of.place, project: of.header.project }))
    .map(({ id, place }) => ({
      id,
      ...(place === undefined || of.place === undefined ? {} : { metres: metresBetween(place, of.place) }),
    }));
  // The nearest: of some holes that were drilled beside each other another may lie within 50 m, too.
  return same.sort((a, b) => (a.metres ?? 0) - (b.metres ?? 0))[0];
};
