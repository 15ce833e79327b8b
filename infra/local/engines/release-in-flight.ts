import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Makes every message that was in flight visible again, before the engine starts. Its receivers lived in the local
 * run that ended, so nobody works on it any more; in the cloud they would live on and the visibility timeout (up to
 * 90 minutes for our longest workers) decides. The receive count stays.
 */
export function releaseInFlight(dataDir: string): void {
  const file = join(dataDir, 'fauxqs.db');
  if (!existsSync(file)) return;
  const database = new DatabaseSync(file);
  try {
    database.exec('UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL');
  } finally {
    database.close();
  }
}
