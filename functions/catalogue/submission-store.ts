import { type Submission, submission } from '@geoarchive/contract/portal.ts';
import type { SubmissionManifest } from '@geoarchive/contract/release-bundle.ts';
import { tidyNumber } from '@geoarchive/domain/documents.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const row = z.object({ shown: submission });
const indexes = ['gsi1', 'gsi2', 'gsi3'] as const;
/** Tasks of one licence or project that an answer holds. */
const most = 200;
const atOnce = 10;

/** How submissions stand, as the portal knows it: found by the numbers of licence, project and task, whole numbers only. */
export const submissionStore = (table: Table) => {
  const partition = (number: string) => `submission#${tidyNumber(number)}`;
  const placesOf = ({ number, licenceNumber, registerNumber }: Submission) => {
    const numbers = new Set(
      [registerNumber, licenceNumber, number].filter((one) => one !== undefined).map(partition),
    );
    return Object.fromEntries(
      [...numbers].flatMap((place, at) => {
        const index = indexes[at];
        return index === undefined ? [] : [[`${index}pk`, place] as const, [`${index}sk`, number] as const];
      }),
    );
  };
  const put = async ({ taskId, version, shown }: SubmissionManifest['rows'][number]): Promise<void> => {
    try {
      await table.transact([
        {
          Put: {
            TableName: table.name,
            Item: {
              ...{ pk: `submission-of#${taskId}`, sk: 'item', version },
              ...(shown === undefined ? {} : { shown, ...placesOf(shown) }),
            },
            ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
            ExpressionAttributeValues: { ':version': version },
          },
        },
      ]);
    } catch (error) {
      // Known already, or newer.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  };
  return {
    /** Takes in rows in any order, as often as they come. */
    putAll: (rows: SubmissionManifest['rows']): Promise<void> => inParallel(rows, atOnce, put),
    /** What is known under a number, by due day. */
    async find(number: string): Promise<Submission[]> {
      const found = await Promise.all(
        indexes.map((index) => table.query({ index, partition: partition(number), limit: most })),
      );
      return found
        .flatMap(({ rows }) => rows.map((one) => row.parse(one).shown))
        .toSorted((a, b) => (`${a.due}#${a.number}` < `${b.due}#${b.number}` ? -1 : 1));
    },
  };
};
export type SubmissionStore = ReturnType<typeof submissionStore>;
