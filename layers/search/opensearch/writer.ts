import * as z from 'zod';
import { type Change, type IndexWriter, newest } from '../port.ts';
import { bulkLines } from './document.ts';
import { indexName } from './engine.ts';
import { type OpenSearchDeps, OpenSearchProblem, send } from './http.ts';
import { INDEX } from './mapping.ts';

const BulkReply = z.object({
  errors: z.boolean(),
  items: z.array(
    z.object({ index: z.object({ _id: z.string(), status: z.number(), error: z.unknown().optional() }) }),
  ),
});
const DeleteReply = z.object({ failures: z.array(z.unknown()).length(0) });

/** Bytes of one `_bulk` request: OpenSearch refuses over 10 MB on its smallest machines. */
const BULK_BYTES = 4 * 1024 * 1024;
const CONFLICT = 409;

/** Keeps an OpenSearch index. `now`: milliseconds since 1970. Throws `OpenSearchProblem`. */
export const createOpenSearchWriter = (deps: OpenSearchDeps & { now(): number }): IndexWriter => {
  const index = indexName(deps);
  let ready: Promise<void> | undefined;

  const createIndex = async (): Promise<void> => {
    try {
      await send(deps, 'PUT', index, { json: INDEX });
    } catch (error) {
      const exists =
        error instanceof OpenSearchProblem && error.message.includes('resource_already_exists_exception');
      if (!exists) throw error;
    }
  };
  const indexThere = async (): Promise<void> => {
    ready ??= createIndex();
    try {
      await ready;
    } catch (error) {
      ready = undefined;
      throw error;
    }
  };

  const sendLines = async (lines: string): Promise<void> => {
    const reply = BulkReply.parse(await send(deps, 'POST', `${index}/_bulk`, { lines }));
    // A conflict says that the index has a later change already, which is what we want.
    const failed = reply.items.find(({ index: item }) => item.status >= 400 && item.status !== CONFLICT);
    if (failed) throw new OpenSearchProblem(failed.index.status, JSON.stringify(failed.index));
  };

  const write = async (changes: AsyncIterable<Change> | Iterable<Change>): Promise<void> => {
    let lines = '';
    for await (const change of changes) {
      lines += bulkLines(change, deps.now());
      if (Buffer.byteLength(lines) < BULK_BYTES) continue;
      await sendLines(lines);
      lines = '';
    }
    if (lines !== '') await sendLines(lines);
  };

  return {
    async apply(changes) {
      await indexThere();
      await write(newest(changes));
    },
    async compact() {
      await indexThere();
      await send(deps, 'POST', `${index}/_forcemerge?only_expunge_deletes=true`);
    },
    async rebuild(records) {
      await indexThere();
      const started = deps.now();
      await write(
        (async function* () {
          for await (const record of records) yield { op: 'put', record } satisfies Change;
        })(),
      );
      await send(deps, 'POST', `${index}/_refresh`);
      // Written in place, so that changes may go on meanwhile: theirs are younger than the start as well.
      const leftOver = [{ term: { removed: false } }, { range: { seenAt: { lt: started } } }];
      DeleteReply.parse(
        await send(deps, 'POST', `${index}/_delete_by_query?conflicts=proceed&refresh=true`, {
          json: { query: { bool: { filter: leftOver } } },
        }),
      );
    },
  };
};
