import {
  type CaseFacts,
  type CaseMessage,
  type CaseStanding,
  caseFacts,
  caseMessage,
  caseStanding,
} from '@geoarchive/contract/case-parts.ts';
import { sha256 } from '@geoarchive/contract/shared.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const pk = (id: string) => `own-case#${id}`;
/** What a person's things are found under where others stand under their organisation. */
export const personKey = (sub: string): string => `person:${sub}`;
const opened = z.object({ facts: caseFacts });
const standing = z.object({ standing: caseStanding, version: z.number() });
const told = z.object({ message: caseMessage });
const evidence = z.object({
  id: z.string(),
  organisation: z.string(),
  name: z.string(),
  size: z.number(),
  sha256,
});
export type EvidenceNote = z.infer<typeof evidence>;
export type OwnCaseRow = { facts: CaseFacts; standing?: CaseStanding };

/** Where organisations find a case. What a visitor of the portal wrote is in no list: only their code leads to it. */
/** Under what cases are found besides their organisation: a deposit, or a task that they are about itself. */
const ofWhat = ({ depositId, taskId }: CaseFacts['subject']): string | undefined => depositId ?? taskId;

/** Whose a case is: an organisation's, or a person's alone; a visitor's is in no list. */
const ownerOf = ({ organisation, person }: CaseFacts['asker']): string | undefined =>
  organisation ?? (person === undefined ? undefined : personKey(person));

const listed = ({ id, asker, openedAt, subject }: CaseFacts) =>
  ownerOf(asker) === undefined
    ? {}
    : {
        gsi1pk: `own-cases#${ownerOf(asker)}`,
        gsi1sk: `${openedAt}#${id}`,
        ...(ofWhat(subject) === undefined
          ? {}
          : { gsi2pk: `own-cases-of#${ofWhat(subject)}`, gsi2sk: `${openedAt}#${id}` }),
      };

/** Cases as their askers see them in the intake plane: what they opened, and what the archive told of it. */
export const ownCases = (table: Table) => {
  const factsRow = (facts: CaseFacts): Write => ({
    Put: {
      TableName: table.name,
      Item: {
        pk: pk(facts.id),
        sk: 'facts',
        facts,
        ...listed(facts),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  });
  /** Writes what may be there already, or newer: then nothing changes. */
  const unlessThere = async (writes: Write[]): Promise<boolean> => {
    try {
      await table.transact(writes);
      return true;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      return false;
    }
  };
  const get = async (id: string): Promise<OwnCaseRow | undefined> => {
    const [facts, now] = await Promise.all([
      table.get({ pk: pk(id), sk: 'facts' }),
      table.get({ pk: pk(id), sk: 'standing' }),
    ]);
    if (facts === undefined) return undefined;
    return {
      ...opened.parse(facts),
      ...(now === undefined ? {} : { standing: standing.parse(now).standing }),
    };
  };
  return {
    get,
    /** The write that opens a case, for the transaction of its first letter. */
    opening: factsRow,
    async list(
      where: { organisation: string } | { about: string },
      page: { cursor?: string | undefined; limit?: number | undefined },
    ): Promise<{ items: OwnCaseRow[]; cursor?: string }> {
      const [index, partition] =
        'organisation' in where
          ? ['gsi1', `own-cases#${where.organisation}`]
          : ['gsi2', `own-cases-of#${where.about}`];
      const { rows, next } = await table.query({
        index,
        partition,
        start: fromCursor(page.cursor),
        limit: page.limit,
        newestFirst: true,
      });
      const found = rows.map((row) => opened.parse(row).facts);
      const known = await table.getMany(found.map(({ id }) => ({ pk: pk(id), sk: 'standing' })));
      const standings = new Map(known.map((row) => [row['pk'], standing.parse(row).standing]));
      const cursor = toCursor(next);
      return {
        items: found.map((facts) => {
          const now = standings.get(pk(facts.id));
          return { facts, ...(now && { standing: now }) };
        }),
        ...(cursor === undefined ? {} : { cursor }),
      };
    },
    /** What the archive wrote, and what it recorded for the asker; their own letters are kept as such. */
    async messages(id: string): Promise<CaseMessage[]> {
      const found: CaseMessage[] = [];
      for await (const row of table.each(pk(id), 'message#')) found.push(told.parse(row).message);
      return found;
    },
    /** Takes in what the archive told, whatever the order it comes in; true when this changed how the case stands. */
    async tell(
      {
        facts,
        ...of
      }: { facts: CaseFacts; standing: CaseStanding; version: number; messages: CaseMessage[] },
      besides: Write[],
    ): Promise<boolean> {
      await unlessThere([factsRow(facts)]);
      await table.writeMany(
        of.messages.map((message) => ({ pk: pk(facts.id), sk: `message#${message.id}`, message })),
      );
      return unlessThere([
        {
          Put: {
            TableName: table.name,
            Item: { pk: pk(facts.id), sk: 'standing', standing: of.standing, version: of.version },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': of.version },
          },
        },
        ...besides,
      ]);
    },
    /** Notes what is to be uploaded; forgotten with the upload itself. */
    noteEvidence: (notes: readonly EvidenceNote[], on: Date) =>
      table.writeMany(
        notes.map((note) => ({
          pk: `evidence#${note.id}`,
          sk: 'item',
          ...note,
          expiresAt: Math.floor(on.getTime() / 1000) + limits.evidenceWaitsDays * 86_400,
        })),
      ),
    async evidence(id: string): Promise<EvidenceNote | undefined> {
      const row = await table.get({ pk: `evidence#${id}`, sk: 'item' });
      return row === undefined ? undefined : evidence.parse(row);
    },
    /** The write that an appeal takes with it: there is one at most against a decision. */
    appealed: (id: string, by: string): Write => ({
      Put: {
        TableName: table.name,
        Item: { pk: pk(id), sk: 'appeal', by },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    async isAppealed(id: string): Promise<boolean> {
      return (await table.get({ pk: pk(id), sk: 'appeal' })) !== undefined;
    },
  };
};
export type OwnCases = ReturnType<typeof ownCases>;
