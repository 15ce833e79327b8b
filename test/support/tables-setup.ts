import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDynamoDb } from '@geoarchive/infra/local/engines/dynamodb.ts';
import { TABLES_VARIABLE } from '@geoarchive/platform/testing/table.ts';

declare global {
  var geoarchiveTables: { folder: string; started: ReturnType<typeof startDynamoDb> } | undefined;
}

/**
 * With `GEOARCHIVE_TEST_TABLES=dynamodb`, one DynamoDB Local for all unit tests of a run instead of tables in memory. It comes up beside the
 * first files; those that need it wait for the file with its address.
 */
export default function globalSetup(): void {
  const asked = process.env[TABLES_VARIABLE];
  if (asked === undefined) return;
  if (asked !== 'dynamodb') throw new Error(`${TABLES_VARIABLE} may be "dynamodb", not "${asked}"`);
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-tables-'));
  const place = join(folder, 'url');
  process.env[TABLES_VARIABLE] = place;
  const started = startDynamoDb({ port: 0, dataDir: join(folder, 'data'), startMs: 90_000, forgetful: true });
  globalThis.geoarchiveTables = { folder, started };
  started.then(
    ({ url }) => {
      writeFileSync(`${place}.new`, url);
      renameSync(`${place}.new`, place);
    },
    (error: unknown) => console.error(error),
  );
}
