import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

const CHUNK = 1024 * 1024;
/** Bytes that are unpacked to check the file, and the ratio that is taken for a bomb. */
const UNPACKED = 512 * 1024 * 1024;
const RATIO = 500;

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
      if (unpacked > UNPACKED) break;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      problems.push(problem('checksum-wrong', { what: error.message }));
    else throw error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
  if (unpacked > UNPACKED) {
    const ratio = Math.round(unpacked / source.size);
    problems.push(
      ratio > RATIO
        ? problem('archive-bomb', { size: unpacked, ratio })
        : problem('read-in-part', { bytes: unpacked }),
    );
  }
  return { problems, metadata: { unpackedBytes: unpacked } };
}
