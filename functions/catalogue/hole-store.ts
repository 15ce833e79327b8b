import { type PublicHole, publicHole } from '@geoarchive/contract/hole-outside.ts';
import { type HoleContent, holeContent } from '@geoarchive/contract/hole-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const row = z.object({ version: z.number(), removed: z.boolean(), hole: publicHole.optional() });

const folderOf = (id: string, version: number): string => `files/holes/${id}/${version}/`;
export const contentKeyOf = (id: string, version: number): string => `${folderOf(id, version)}content.json`;
export const curveKeyOf = (id: string, version: number, sha256: string): string =>
  `${folderOf(id, version)}curves/${sha256}.f64.gz`;

/** What the portal holds of holes: the newest version only, or a neutral tombstone. */
export const publicHoleStore = (table: Table, clock: Clock) => {
  const key = (id: string) => ({ pk: `hole#${id}`, sk: 'item' });
  const state = async (id: string) => {
    const found = await table.get(key(id));
    return found === undefined ? undefined : row.parse(found);
  };
  /** Writes a version under the condition that it is newer than what is there; false when it is not. */
  const write = async (id: string, version: number, item: Record<string, unknown>, node?: string) => {
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { ...key(id), version, ...item },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
        outboxWrite(table.name, clock, 'HolePublished', { holeId: id, version }),
        auditWrite(table.name, clock, {
          about: id,
          action: node === undefined ? 'hole.remove' : 'hole.publish',
          by: { worker: 'ingest' },
          detail: { version },
          node,
        }),
      ]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  };
  return {
    /** The version that is there, published or removed; 0 when nothing ever was. */
    version: async (id: string): Promise<number> => (await state(id))?.version ?? 0,
    async get(id: string): Promise<PublicHole | undefined> {
      const found = await state(id);
      return found === undefined || found.removed ? undefined : found.hole;
    },
    /** Several holes, those that are not public left out. */
    async some(ids: readonly string[]): Promise<Map<string, PublicHole>> {
      const rows = await table.getMany(ids.map(key));
      return new Map(
        rows.flatMap((each) => {
          const { removed, hole } = row.parse(each);
          return hole === undefined || removed ? [] : [[hole.id, hole]];
        }),
      );
    },
    publish: (hole: PublicHole): Promise<boolean> =>
      write(
        hole.id,
        hole.version,
        { removed: false, hole, gsi1pk: 'holes', gsi1sk: `${hole.publishedAt}#${hole.id}` },
        hole.node,
      ),
    /** Leaves a tombstone that says nothing but that there is no hole (any more). */
    remove: (id: string, version: number): Promise<boolean> => write(id, version, { removed: true }),
    /** Every public hole, for a rebuild of the index. */
    async *all(): AsyncGenerator<PublicHole> {
      let start: Record<string, unknown> | undefined;
      do {
        const { rows, next } = await table.query({ index: 'gsi1', partition: 'holes', start });
        for (const each of rows) {
          const { hole, removed } = row.parse(each);
          if (hole !== undefined && !removed) yield hole;
        }
        start = next;
      } while (start !== undefined);
    },
  };
};
export type PublicHoleStore = ReturnType<typeof publicHoleStore>;

/** A public hole. Refused where there is none, or none any more. */
export const loadPublicHole = async (
  { holes }: { holes: Pick<PublicHoleStore, 'get'> },
  id: string,
): Promise<PublicHole> => {
  const found = await holes.get(id);
  if (found === undefined)
    throw new Problem('not-found', { zh: '没有这个公开的钻孔。', en: 'There is no such public hole.' });
  return found;
};

/** Drops what older versions of a hole left: what was withdrawn or left out must not lie in the portal's bucket. */
export const clearOlderHoles = async (files: Bucket, id: string, version: number): Promise<void> => {
  const older = new Set<string>();
  for await (const { key } of files.list(`files/holes/${id}/`)) {
    const of = Number(key.split('/')[3]);
    if (of < version) older.add(folderOf(id, of));
  }
  for (const folder of older) await files.removeAll(folder);
};

/** The released children of a public hole. */
export const contentOf = async (
  files: Pick<Bucket, 'readAll'>,
  { id, version }: PublicHole,
): Promise<HoleContent> => {
  const bytes = await files.readAll(contentKeyOf(id, version));
  if (bytes === undefined) throw new Error(`The children of hole ${id} are not in the bucket`);
  return holeContent.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
};
