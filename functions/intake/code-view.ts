import { type EditedList, editedList } from '@geoarchive/contract/code-parts.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const pk = 'codes';
const stored = z.object({ edited: editedList });

/** What the archive plane edited in the code lists, as forms of the submission site need it: projected, never changed here. */
export const codeView = (table: Table) => ({
  /** The lists with edits. */
  async all(): Promise<EditedList[]> {
    const lists: EditedList[] = [];
    for await (const row of table.each(pk, 'list#')) lists.push(stored.parse(row).edited);
    return lists.filter(({ edits }) => edits.length > 0);
  },
  /** Takes a list as it was told; an older version than the one here changes nothing. */
  async put(edited: EditedList): Promise<void> {
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: { pk, sk: `list#${edited.list}`, kind: 'codes', edited, version: edited.version },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': edited.version },
          },
        },
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  },
});
export type CodeView = ReturnType<typeof codeView>;
