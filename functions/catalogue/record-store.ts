import { type RecordUsage, record, recordUsage } from '@geoarchive/contract/portal.ts';
import { releasedFile, type UsageManifest } from '@geoarchive/contract/release-bundle.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { onPages } from '@geoarchive/platform/on-pages.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

export type HeldFile = z.infer<typeof releasedFile>;
const heldRecord = record.extend({ formats: z.array(z.string()) });
export type HeldRecord = z.infer<typeof heldRecord>;
const ofRecord = z.object({ record: z.object({ node: z.string() }) });
const row = z.object({ version: z.number(), removed: z.boolean(), record: heldRecord.optional() });
const usageRow = z.object({ usage: recordUsage });
const usagesAtOnce = 10;
const filesRow = z.object({ files: z.array(releasedFile) });

/** What the portal holds of records: the newest version only, or a neutral tombstone. */
export const recordStore = (table: Table, clock: Clock) => {
  const key = (id: string) => ({ pk: `record#${id}`, sk: 'item' });
  const usageKey = (id: string) => ({ pk: `record#${id}`, sk: 'usage' });
  const filesKey = (id: string, version: number, page: number) => ({
    pk: `record#${id}`,
    sk: `files#${version}#${String(page).padStart(5, '0')}`,
  });
  const readFiles = async (id: string, version: number, page: number): Promise<HeldFile[]> => {
    const found = await table.get(filesKey(id, version, page));
    return found === undefined ? [] : filesRow.parse(found).files;
  };

  /** Writes a version under the condition that it is newer than what is there; false when it is not. */
  const write = async (
    id: string,
    version: number,
    item: Record<string, unknown>,
    type: 'RecordPublished' | 'RecordRemoved',
  ): Promise<boolean> => {
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
        outboxWrite(table.name, clock, type, { recordId: id, version }),
        auditWrite(table.name, clock, {
          about: id,
          action: type === 'RecordPublished' ? 'record.publish' : 'record.remove',
          by: { worker: 'ingest' },
          detail: { version },
          node: ofRecord.safeParse(item).data?.record.node,
        }),
      ]);
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  };

  /** Drops the lists of files of versions before this one. */
  const clearOlder = async (id: string, version: number): Promise<void> => {
    const old = [];
    for await (const { pk, sk } of table.each(key(id).pk, 'files#'))
      if (Number(String(sk).split('#')[1]) < version) old.push({ pk: String(pk), sk: String(sk) });
    await table.writeMany([], old);
  };

  const state = async (id: string) => {
    const found = await table.get(key(id));
    return found === undefined ? undefined : row.parse(found);
  };

  return {
    /** The version that is there, published or removed; 0 when nothing ever was. */
    async version(id: string): Promise<number> {
      return (await state(id))?.version ?? 0;
    },
    async get(id: string): Promise<HeldRecord | undefined> {
      const found = await state(id);
      if (found?.record === undefined || found.removed) return undefined;
      return found.record;
    },
    /** A page of its files, 1 the first; up to 100, in order of their numbers. */
    filesOf: ({ id, version }: HeldRecord, page: number): Promise<HeldFile[]> => readFiles(id, version, page),
    /** One of its files by number. */
    async fileOf({ id, version, fileCount }: HeldRecord, no: number): Promise<HeldFile | undefined> {
      const [found] = await onPages([no], fileCount, (pages) =>
        Promise.all(pages.map(async (page) => ({ no: page, files: await readFiles(id, version, page) }))),
      );
      return found;
    },
    /** Several records, those that are not public left out. */
    async some(ids: readonly string[]): Promise<Map<string, HeldRecord>> {
      const rows = await table.getMany(ids.map(key));
      return new Map(
        rows.flatMap((each) => {
          const { removed, record: held } = row.parse(each);
          return held === undefined || removed ? [] : [[held.id, held]];
        }),
      );
    },
    /** Writes a page of the files of a version that is not public yet. */
    putFiles: (id: string, version: number, page: number, files: HeldFile[]): Promise<void> =>
      table.writeMany([{ ...filesKey(id, version, page), files }]),
    /** Makes a version public whose pages of files are all there. */
    async publish(of: HeldRecord): Promise<boolean> {
      const latest = { gsi1pk: 'records', gsi1sk: `${of.publishedAt}#${of.id}` };
      const done = await write(
        of.id,
        of.version,
        { removed: false, record: of, ...latest },
        'RecordPublished',
      );
      await clearOlder(of.id, of.version);
      return done;
    },
    /** Leaves a tombstone that says nothing but that there is no record (any more). */
    async remove(id: string, version: number): Promise<boolean> {
      const done = await write(id, version, { removed: true }, 'RecordRemoved');
      await clearOlder(id, version);
      return done;
    },
    async latest(limit: number): Promise<HeldRecord[]> {
      const { rows } = await table.query({ index: 'gsi1', partition: 'records', limit, newestFirst: true });
      return rows.flatMap((each) => row.parse(each).record ?? []);
    },
    /** Takes in how often records were used; what is older changes nothing. */
    putUsage: ({ sequence, rows }: Pick<UsageManifest, 'sequence' | 'rows'>): Promise<void> =>
      inParallel(rows, usagesAtOnce, async ({ recordId, usage }) => {
        try {
          await table.transact([
            {
              Put: {
                TableName: table.name,
                Item: { ...usageKey(recordId), sequence, usage },
                ConditionExpression: 'attribute_not_exists(pk) OR #sequence < :sequence',
                ExpressionAttributeNames: { '#sequence': 'sequence' },
                ExpressionAttributeValues: { ':sequence': sequence },
              },
            },
          ]);
        } catch (error) {
          if (!(error instanceof ConditionFailed)) throw error;
        }
      }),
    async usageOf(id: string): Promise<RecordUsage | undefined> {
      const found = await table.get(usageKey(id));
      return found === undefined ? undefined : usageRow.parse(found).usage;
    },
    clearOlder,
    count: (): Promise<number> => table.count('gsi1', 'records'),
    /** Every public record, for a rebuild of the index. */
    async *all(): AsyncGenerator<HeldRecord> {
      let start: Record<string, unknown> | undefined;
      do {
        const { rows, next } = await table.query({ index: 'gsi1', partition: 'records', start });
        for (const each of rows) {
          const held = row.parse(each).record;
          if (held !== undefined) yield held;
        }
        start = next;
      } while (start !== undefined);
    },
  };
};
export type RecordStore = ReturnType<typeof recordStore>;
