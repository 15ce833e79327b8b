import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { systemError } from '../core/errors.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

const CHUNK = 1024 * 1024;
/** Bytes that are unpacked to check the file, and the ratio that is taken for a bomb. */
const UNPACKED = 512 * 1024 * 1024;
const RATIO = 500;

/** Large, and far larger than any ordinary content becomes. */
const isBomb = (unpacked: number, packed: number) =>
  unpacked > 100 * 1024 * 1024 && unpacked / packed > RATIO;

/** gzip: unpacks with a bound, so that checksum, cut ends and bombs show. Nothing is kept. */
export async function readGzip({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  const packed = async function* () {
    for (let at = 0; at < source.size; at += CHUNK)
      yield await source.read(at, Math.min(CHUNK, source.size - at));
  };
  const input = Readable.from(packed());
  const gunzip = createGunzip();
  input.on('error', (error) => gunzip.destroy(error));
  let unpacked = 0;
  try {
    for await (const chunk of input.pipe(gunzip)) {
      checkTime();
      unpacked += chunk.length;
      if (unpacked > UNPACKED || isBomb(unpacked, source.size)) break;
    }
  } catch (error) {
    const { code, message } = systemError(error);
    if (!code.startsWith('Z_')) throw error;
    problems.push(problem('checksum-wrong', { what: message }));
  } finally {
    input.destroy();
    gunzip.destroy();
  }
  const ratio = Math.round(unpacked / source.size);
  if (isBomb(unpacked, source.size)) problems.push(problem('archive-bomb', { size: unpacked, ratio }));
  else if (unpacked > UNPACKED) problems.push(problem('read-in-part', { bytes: unpacked }));
  return { problems, metadata: { unpackedBytes: unpacked } };
}
