import { codeEdit } from '@geoarchive/contract/code-parts.ts';
import { type CodeListId, codeListIds } from '@geoarchive/domain/codes/ids.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite, listAuditOf } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** An edit that counts: its number is the version of the list that it made. */
const standing = z.intersection(
  codeEdit,
  z.object({ number: z.number(), by: z.string(), at: z.string(), reason: z.string() }),
);
export type StandingEdit = z.infer<typeof standing>;

/** The edits of a list, in order. One that was put back has none; the row stays, since its version goes on. */
const row = z.object({ list: z.enum(codeListIds), version: z.number(), edits: z.array(standing) });
type Edited = Pick<z.infer<typeof row>, 'version' | 'edits'>;

const pk = 'codes';
const key = (list: CodeListId) => ({ pk, sk: `list#${list}` });
const auditName = (list: CodeListId) => `codes-${list}`;
const detail = z.object({ reason: z.string(), edit: codeEdit.optional(), number: z.number().optional() });

/** Below the 256 KB of the message that tells of it, and the 400 kB of a row; some thousand edits. */
const mostBytes = 200_000;
const none: Edited = { version: 0, edits: [] };

export type Told = { action: string; by: Caller; reason: string; ifMatch: number | undefined };
export type About = { edit: z.infer<typeof codeEdit>; number: number };

const editedOf = (list: CodeListId, { version, edits }: Edited) => ({
  list,
  version,
  // Who made them, and why, is the archive's own.
  edits: edits.map((edit) => codeEdit.parse(edit)),
});

/** What intake is told of a list. */
export const editedTold = (list: CodeListId, edited: Edited): EventToRaise => ({
  type: 'CodeListEdited',
  data: editedOf(list, edited),
});

/** The edits of a deployment to its code lists. The lists that came with the system are the base and stay in the code. */
export const codeStore = (table: Table, clock: Clock) => {
  const save = async (
    list: CodeListId,
    was: Edited,
    edits: StandingEdit[],
    { action, by, reason, ...more }: Omit<Told, 'ifMatch'> & Partial<About>,
  ): Promise<Edited> => {
    const after = { list, version: was.version + 1, edits };
    if (Buffer.byteLength(JSON.stringify(edits)) > mostBytes)
      throw new Problem('too-many', {
        zh: '这个代码表的修改过多，请撤销不再需要的修改，或由系统升级带来新的代码表。',
        en: 'There are too many changes to this list: take back what is not needed, or have the list itself renewed with the system.',
      });
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { ...key(list), ...after },
            ConditionExpression: 'attribute_not_exists(pk) OR version = :before',
            ExpressionAttributeValues: { ':before': was.version },
          },
        },
        outboxWrite(table.name, clock, 'CodeListEdited', editedOf(list, after)),
        auditWrite(table.name, clock, { about: auditName(list), action, by, detail: { reason, ...more } }),
      ]);
    } catch (error) {
      if (error instanceof ConditionFailed) throw new Problem('stale');
      throw error;
    }
    return after;
  };

  return {
    /** The edited lists by their id. */
    async all(): Promise<ReadonlyMap<CodeListId, Edited>> {
      const found = new Map<CodeListId, Edited>();
      for await (const each of table.each(pk, 'list#')) {
        const { list, ...edited } = row.parse(each);
        found.set(list, edited);
      }
      return found;
    },
    async get(list: CodeListId): Promise<Edited> {
      const found = await table.get(key(list));
      return found === undefined ? none : row.parse(found);
    },
    add: (list: CodeListId, was: Edited, edit: z.infer<typeof codeEdit>, told: Omit<Told, 'ifMatch'>) => {
      const number = was.version + 1;
      const made = { ...edit, number, by: told.by.name, at: clock().toISOString(), reason: told.reason };
      return save(list, was, [...was.edits, made], { ...told, edit, number });
    },
    undo: (list: CodeListId, was: Edited, undone: StandingEdit, told: Omit<Told, 'ifMatch'>) =>
      save(
        list,
        was,
        was.edits.filter(({ number }) => number !== undone.number),
        { ...told, edit: codeEdit.parse(undone), number: undone.number },
      ),
    reset: (list: CodeListId, was: Edited, told: Omit<Told, 'ifMatch'>) => save(list, was, [], told),
    /** What was done to a list, newest first, at most 100. */
    async history(list: CodeListId) {
      const page = { cursor: undefined, limit: 100, newestFirst: true };
      const { items } = await listAuditOf(table, auditName(list), page);
      return items.map(({ at, byName, action, detail: said }) => ({
        ...{ by: byName, at, action },
        ...detail.parse(said),
      }));
    },
  };
};
export type CodeStore = ReturnType<typeof codeStore>;
