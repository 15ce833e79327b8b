import { envelope, events } from '@geoarchive/contract/events.ts';
import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import type { Failed, Message } from '@geoarchive/platform/worker-handler.ts';
import type { Change, IndexWriter } from '@geoarchive/search/port.ts';
import { holeRecord } from '../subsurface/search-record.ts';
import type { PublicHoleStore } from './hole-store.ts';
import type { RecordStore } from './record-store.ts';
import { toSearchRecord } from './search-record.ts';

export type IndexDeps = { records: RecordStore; holes: PublicHoleStore; writer: IndexWriter };

/** What the index is to learn of a record: always its present state, so old and repeated events do no harm. */
const changeOf = async (deps: IndexDeps, recordId: string): Promise<Change> => {
  const held = await deps.records.get(recordId);
  if (held !== undefined)
    return {
      op: 'put',
      record: toSearchRecord(held),
    };
  return { op: 'remove', id: recordId, version: await deps.records.version(recordId) };
};

const holeOf = (hole: PublicHole) => holeRecord({ ...hole, header: hole, since: hole.publishedAt });

/** The same of a hole. */
const holeChange = async (deps: IndexDeps, holeId: string): Promise<Change> => {
  const held = await deps.holes.get(holeId);
  return held === undefined
    ? { op: 'remove', id: holeId, version: await deps.holes.version(holeId) }
    : { op: 'put', record: holeOf(held) };
};

/** Brings a batch of published and removed records into the index, with one delta. */
export const indexBatch = async (deps: IndexDeps, messages: Message[]): Promise<Failed[]> => {
  const failed: Failed[] = [];
  const changes: Change[] = [];
  for (const { id, body } of messages)
    try {
      const event = envelope.parse(body);
      changes.push(
        event.type === 'HolePublished'
          ? await holeChange(deps, events.HolePublished.data.parse(event.data).holeId)
          : await changeOf(deps, events.RecordPublished.data.parse(event.data).recordId),
      );
    } catch (error) {
      failed.push({ id, error });
    }
  if (changes.length > 0) await deps.writer.apply(changes);
  return failed;
};

/** Builds the index anew from the table: for a new schema, or when in doubt. */
export const rebuildIndex = async (deps: IndexDeps): Promise<void> => {
  async function* all() {
    for await (const { id } of deps.records.all()) {
      // The list lags behind: the record itself says whether it is still public.
      const held = await deps.records.get(id);
      if (held !== undefined) yield toSearchRecord(held);
    }
    for await (const { id } of deps.holes.all()) {
      const held = await deps.holes.get(id);
      if (held !== undefined) yield holeOf(held);
    }
  }
  await deps.writer.rebuild(all());
};
