import { openAsBlob } from 'node:fs';
import type { Client } from '@geoarchive/contract/client.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { partCount } from '@geoarchive/domain/limits.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';

export type LocalFile = { path: string; file: string; size: number; sha256: string };
type Numbered = LocalFile & { no: number };
export type Progress = (done: { files: number; bytes: number }) => void;

const tries = 5;
const registered = 500;
const signed = 250;
const atOnce = 8;
const partsAtOnce = 4;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends one piece to its signed address. A failed try asks for a new signature: the old one may have run out. */
const send = async (
  client: Client,
  depositId: string,
  file: Numbered,
  part: number,
  first?: Signature,
): Promise<void> => {
  let signature = first;
  for (let attempt = 1; ; attempt += 1) {
    signature ??= (await sign(client, depositId, [{ file, part }]))[0];
    if (signature === undefined) throw new Error(`No signature for ${file.path}`);
    const body = (await openAsBlob(file.file)).slice(signature.offset, signature.offset + signature.length);
    const problem = await fetch(signature.url, { method: 'PUT', headers: signature.headers, body }).then(
      async (response) =>
        response.ok ? undefined : `HTTP ${response.status} ${(await response.text()).slice(0, 300)}`,
      (error: unknown) => String(error),
    );
    if (problem === undefined) return;
    if (attempt >= tries) throw new Error(`${file.path}: ${problem}`);
    signature = undefined;
    await pause(200 * 2 ** attempt);
  }
};

const sign = async (client: Client, id: string, pieces: { file: Numbered; part: number }[]) => {
  const { parts } = await client.call(intake.signUploads, {
    params: { id },
    body: { parts: pieces.map(({ file, part }) => ({ no: file.no, part, sha256: file.sha256 })) },
  });
  return parts;
};
type Signature = Awaited<ReturnType<typeof sign>>[number];

/** A file in parts: those already there are left out, the rest goes up side by side, then they are joined. */
const sendInParts = async (client: Client, id: string, file: Numbered): Promise<void> => {
  const params = { id, no: file.no };
  const state = await client.call(intake.listParts, { params });
  if (state.uploaded) return;
  const there = new Set(state.parts);
  const missing = Array.from({ length: state.partCount }, (_, at) => at + 1).filter(
    (part) => !there.has(part),
  );
  await inParallel(missing, partsAtOnce, (part) => send(client, id, file, part));
  await client.call(intake.completeUpload, { params });
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

/** Uploads what is not there yet: small files by one PUT each, large ones in parts that survive an interruption. */
export const uploadAll = async (
  client: Client,
  id: string,
  files: LocalFile[],
  progress: Progress,
): Promise<void> => {
  const waiting = await register(client, id, files);
  const done = { files: files.length - waiting.length, bytes: 0 };
  const note = (file: Numbered) => {
    done.files += 1;
    done.bytes += file.size;
    progress(done);
  };
  const small = waiting.filter(({ size }) => partCount(size) === 1);
  for (let at = 0; at < small.length; at += signed) {
    const some = small.slice(at, at + signed);
    const signatures = new Map(
      (
        await sign(
          client,
          id,
          some.map((file) => ({ file, part: 1 })),
        )
      ).map((s) => [s.no, s]),
    );
    await inParallel(some, atOnce, async (file) => {
      await send(client, id, file, 1, signatures.get(file.no));
      note(file);
    });
  }
  for (const file of waiting.filter(({ size }) => partCount(size) > 1)) {
    await sendInParts(client, id, file);
    note(file);
  }
};
