import { envelope, events } from '@geoarchive/contract/events.ts';
import type { Failed, Message } from '@geoarchive/platform/worker-handler.ts';
import type { Change, IndexWriter } from '@geoarchive/search/port.ts';
import type { SearchRecord } from '@geoarchive/search/record.ts';
import type { HoleItem, HoleStore } from './hole-store.ts';
import { holeRecord } from './search-record.ts';

export type HoleIndexDeps = {
  holes: { some: HoleStore['some']; all: () => AsyncIterable<HoleItem> };
  writer: IndexWriter;
};

const recordOf = ({ id, version, state, body }: HoleItem): SearchRecord =>
  holeRecord({
    ...{ id, version, node: body.node, place: body.place, header: body.header },
    access: 'open',
    since: body.createdAt,
    release: state,
    ...{ counts: body.counts, strata: body.strata, logs: body.logs },
  });

const changeOf = (item: HoleItem): Change =>
  item.state === 'removed'
    ? { op: 'remove', id: item.id, version: item.version }
    : { op: 'put', record: recordOf(item) };

const idsOf = (body: unknown): string[] => {
  const event = envelope.parse(body);
  return event.type === 'HolesRecorded'
    ? events.HolesRecorded.data.parse(event.data).holeIds
    : [events.HoleMoved.data.parse(event.data).holeId];
};

/**
 * Brings a batch of recorded and moved holes into the archive's index, with one delta. It learns how they are now, so old and repeated
 * events do no harm.
 */
export const indexHoles = async (deps: HoleIndexDeps, messages: Message[]): Promise<Failed[]> => {
  const failed: Failed[] = [];
  const ids = new Set<string>();
  for (const { id, body } of messages)
    try {
      for (const one of idsOf(body)) ids.add(one);
    } catch (error) {
      failed.push({ id, error });
    }
  const changes = [...(await deps.holes.some([...ids])).values()].map(changeOf);
  if (changes.length > 0) await deps.writer.apply(changes);
  return failed;
};

/** Builds the index anew from the table: for a new schema, or when in doubt. */
export const rebuildHoles = async ({ holes, writer }: HoleIndexDeps): Promise<void> => {
  async function* all() {
    for await (const item of holes.all()) if (item.state !== 'removed') yield recordOf(item);
  }
  await writer.rebuild(all());
};
