import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openLog } from './log.ts';

test('a call that ends after the run was ended does not bring it down', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  try {
    const file = join(folder, 'deep', 'f.log');
    const log = openLog(file);
    log.write('START\n');
    const closed = log.close();
    const thrown = once(process, 'uncaughtException').then(() => 'thrown');
    log.write('REPORT\n');
    await closed;
    log.write('REPORT\n');
    const quiet = new Promise((resolve) => setTimeout(resolve, 50, 'quiet'));
    expect(await Promise.race([thrown, quiet])).toBe('quiet');
    expect(readFileSync(file, 'utf8')).toBe('START\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
