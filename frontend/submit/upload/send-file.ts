import { limits, partBytes, partCount } from '@geoarchive/domain/limits.ts';
import type { Limiter } from './limiter.ts';
import type { LocalFile, UploadPorts } from './ports.ts';
import { type PartToSend, sendPart } from './send-part.ts';

/** So many parts are hashed ahead and signed in one call (design §6.1). */
export const partsPerSignature = 16;

export type NumberedFile = { no: number; file: LocalFile };
type Common = { ports: UploadPorts; limit: Limiter; signal: AbortSignal };
type Progress = (path: string, bytes: number) => void;

/** Whether a file goes up in one PUT, as the domain's limits say. */
export const isSingle = (file: LocalFile): boolean => partCount(file.size) === 1;

const hashed = async (
  no: number,
  part: number,
  blob: Blob,
  { ports, signal }: Common,
): Promise<PartToSend> => {
  signal.throwIfAborted();
  return { no, part, blob, sha256: await ports.hash(blob) };
};

const signAll = async (parts: readonly PartToSend[], { ports, signal }: Common) => {
  const asked = parts.map(({ no, part, sha256 }) => ({ no, part, sha256 }));
  const answers = await ports.sign(asked, signal);
  return new Map(answers.map((answer) => [`${answer.no}/${answer.part}`, answer]));
};

/** Sends up to `partsPerSignature` small files with one signing call; gives each file's outcome. */
export const sendSmall = async (
  files: readonly NumberedFile[],
  common: Common,
  progress: Progress,
): Promise<PromiseSettledResult<void>[]> => {
  const parts: PartToSend[] = [];
  for (const { no, file } of files) parts.push(await hashed(no, 1, file.blob, common));
  const links = await signAll(parts, common);
  return Promise.allSettled(
    parts.map((part, index) =>
      common.limit(() => {
        const link = links.get(`${part.no}/1`);
        if (link === undefined) throw new Error(`No link for file ${part.no}`);
        const path = files[index]?.file.path ?? '';
        return sendPart(part, link, common.ports, (sent) => progress(path, sent), common.signal);
      }),
    ),
  );
};

/** Sends what is still missing of a file of many parts, then has them joined. */
export const sendLarge = async (
  { no, file }: NumberedFile,
  common: Common,
  progress: Progress,
): Promise<void> => {
  const { ports, limit, signal } = common;
  const known = await ports.listParts(no, signal);
  if (known.uploaded) return;
  const size = known.partBytes > 0 ? known.partBytes : partBytes(file.size);
  const there = new Set(known.parts);
  const slice = (part: number) => file.blob.slice((part - 1) * size, Math.min(part * size, file.size));
  const missing = Array.from({ length: known.partCount }, (_, n) => n + 1).filter((part) => !there.has(part));
  const sent = new Map<number, number>();
  let before = known.parts.reduce((sum, part) => sum + slice(part).size, 0);
  const report = () =>
    progress(file.path, before + [...sent.values()].reduce((sum, bytes) => sum + bytes, 0));
  report();
  for (let at = 0; at < missing.length; at += partsPerSignature) {
    const group: PartToSend[] = [];
    for (const part of missing.slice(at, at + partsPerSignature))
      group.push(await hashed(no, part, slice(part), common));
    const links = await signAll(group, common);
    await Promise.all(
      group.map((part) =>
        limit(async () => {
          const link = links.get(`${no}/${part.part}`);
          if (link === undefined) throw new Error(`No link for part ${part.part} of file ${no}`);
          await sendPart(
            part,
            link,
            ports,
            (bytes) => {
              sent.set(part.part, bytes);
              report();
            },
            signal,
          );
          sent.delete(part.part);
          before += part.blob.size;
          report();
        }),
      ),
    );
  }
  await ports.complete(no, signal);
};

export const filesPerCall = limits.filesPerCall;
