import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { measure } from '@geoarchive/frontend-cli/local-file.ts';
import { timeDeposit } from './deposits.ts';
import { type Bench, seconds } from './figure.ts';
import { inRun } from './session.ts';

const block = 16 * 1024 ** 2;

/** Writes pseudo-random bytes to the disk and hashes them on the way: the least that any keeper of the file must do. */
const writeAndHash = async (file: string, size: number): Promise<void> => {
  const bytes = randomBytes(block);
  const hash = createHash('sha256');
  const handle = await open(file, 'w');
  for (let at = 0; at < size; at += block) {
    bytes.writeDoubleLE(at);
    const piece = bytes.subarray(0, Math.min(block, size - at));
    hash.update(piece);
    await handle.writeFile(piece);
  }
  await handle.sync();
  await handle.close();
  hash.digest();
};

/** One file of 2 GB in parts. */
export const large: Bench = (tell) =>
  inRun(async ({ people, folder, usage }) => {
    const size = Number(process.env['BYTES'] ?? 2e9);
    const file = join(folder, 'volume.bin');
    const raw = await seconds(() => writeAndHash(file, size));
    const measured = await measure('测线/volume.bin', file);
    const before = usage();
    const { total, report, findings } = await timeDeposit(people, [measured]);
    const after = usage();
    tell({
      what: `one file of ${size / 1e9} GB, first byte to 'checked' (${findings})`,
      value: total,
      unit: 's',
      goal: 60,
      peer: { what: 'sequential write + SHA-256', value: raw },
    });
    tell({ what: "of it: from the last byte to 'checked'", value: report, unit: 's' });
    tell({ what: 'processor time of the run for it', value: after.cpu - before.cpu, unit: 's' });
    tell({ what: "memory of the run at 'checked'", value: after.rss / 1e6, unit: 'MB' });
  });
