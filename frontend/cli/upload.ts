import { openAsBlob } from 'node:fs';
import type { Client } from '@geoarchive/contract/client.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { joinCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { createLinks, type Links, type Numbered, type Piece } from './links.ts';
import type { LocalFile } from './local-file.ts';

export type Progress = (done: { files: number; bytes: number }) => void;

const tries = 5;
const registered = 500;
const atOnce = 8;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends one piece. What came damaged is refused by S3 and sent again, as after any other failure. */
const send = async (links: Links, piece: Piece): Promise<void> => {
  const { file, path } = piece.file;
  for (let attempt = 1; ; attempt += 1) {
    const { url, headers, offset, length } = await links.take(piece);
    const body = (await openAsBlob(file)).slice(offset, offset + length);
    const problem = await fetch(url, { method: 'PUT', headers, body }).then(
      async (response) => {
        if (response.ok) return undefined;
        if (response.status === 403) links.drop(piece);
        return `HTTP ${response.status} ${(await response.text()).slice(0, 300)}`;
      },
      (error: unknown) => String(error),
    );
    if (problem === undefined) return links.finish(piece);
    if (attempt >= tries) throw new Error(`${path}: ${problem}`);
    await pause(200 * 2 ** attempt);
  }
};

/** Registers the files; what was registered before keeps its number, so this may be repeated. */
const register = async (client: Client, id: string, files: LocalFile[]): Promise<Numbered[]> => {
  const waiting: Numbered[] = [];
  for (let at = 0; at < files.length; at += registered) {
    const some = files.slice(at, at + registered);
    const reply = await client.call(intake.registerFiles, {
      params: { id },
      body: { files: some.map(({ path, size, sha256 }) => ({ path, size, sha256 })) },
    });
    const [bad] = reply.refused;
    if (bad !== undefined) throw new Error(`${bad.path}: ${bad.message.en} / ${bad.message.zh}`);
    const numbers = new Map(reply.files.map((file) => [file.path, file]));
    for (const file of some) {
      const known = numbers.get(file.path.normalize('NFC'));
      if (known !== undefined && !known.uploaded) waiting.push({ ...file, no: known.no });
    }
  }
  return waiting;
};

/** The parts that are not there yet, or are there with other bytes than the file has now; none when all of it is there. */
const missingParts = async (client: Client, id: string, file: Numbered): Promise<number[]> => {
  const state = await client.call(intake.listParts, { params: { id, no: file.no } });
  if (state.uploaded) return [];
  const there = new Map(state.parts.map(({ part, crc64 }) => [part, crc64]));
  return file.crc64s.flatMap((crc64, at) => (there.get(at + 1) === crc64 ? [] : [at + 1]));
};

const complete = async (client: Client, id: string, { no, size, crc64s }: Numbered): Promise<void> => {
  const bytes = partBytes(size);
  const parts = crc64s.map((crc64, at) => ({ crc64, size: Math.min(bytes, size - at * bytes) }));
  await client.call(intake.completeUpload, { params: { id, no }, body: { crc64: joinCrc64(parts) } });
};

/** Uploads what is not there yet: small files by one PUT each, large ones in parts that survive an interruption. */
export const uploadAll = async (
  client: Client,
  id: string,
  files: LocalFile[],
  progress: Progress,
): Promise<void> => {
  const waiting = await register(client, id, files);
  const done = { files: files.length - waiting.length, bytes: 0 };
  const finish = async (file: Numbered) => {
    if (partCount(file.size) > 1) await complete(client, id, file);
    done.files += 1;
    done.bytes += file.size;
    progress(done);
  };
  const left = new Map<Numbered, number>();
  const pieces: Piece[] = [];
  for (const file of waiting) {
    const parts = partCount(file.size) === 1 ? [1] : await missingParts(client, id, file);
    left.set(file, parts.length);
    pieces.push(...parts.map((part) => ({ file, part })));
    if (parts.length === 0) await finish(file);
  }
  const links = createLinks(client, id, pieces);
  await inParallel(pieces, atOnce, async (piece) => {
    await send(links, piece);
    const still = (left.get(piece.file) ?? 0) - 1;
    left.set(piece.file, still);
    if (still === 0) await finish(piece.file);
  });
};
