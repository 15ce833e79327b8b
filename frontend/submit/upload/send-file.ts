import { limits, partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { joinCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';
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

const signAll = async (parts: readonly PartToSend[], { ports, signal }: Common) => {
  const asked = parts.map(({ no, part, checksum }) => ({ no, part, ...checksum }));
  const answers = asked.length === 0 ? [] : await ports.sign(asked, signal);
  return new Map(answers.map((answer) => [`${answer.no}/${answer.part}`, answer]));
};

/** Sends up to `partsPerSignature` small files with one signing call; gives each file's outcome. */
export const sendSmall = async (
  files: readonly NumberedFile[],
  common: Common,
  progress: Progress,
): Promise<PromiseSettledResult<void>[]> => {
  const parts: PartToSend[] = [];
  for (const { no, file } of files) {
    common.signal.throwIfAborted();
    parts.push({ no, part: 1, blob: file.blob, checksum: { sha256: await common.ports.sha256(file.blob) } });
  }
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

/**
 * Sends what is missing of a file of many parts, then has them joined. A part that is there from an earlier time is sent again
 * when its checksum is not that of the file as it is now; the whole is compared once more when the parts are joined.
 */
export const sendLarge = async (
  { no, file }: NumberedFile,
  common: Common,
  progress: Progress,
): Promise<void> => {
  const { ports, limit, signal } = common;
  const known = await ports.listParts(no, signal);
  if (known.uploaded) return;
  const size = known.partBytes > 0 ? known.partBytes : partBytes(file.size);
  const there = new Map(known.parts.map(({ part, crc64 }) => [part, crc64]));
  const slice = (part: number) => file.blob.slice((part - 1) * size, Math.min(part * size, file.size));
  const sent = new Map<number, number>();
  let total = 0;
  const note = (part: number, bytes: number) => {
    total += bytes - (sent.get(part) ?? 0);
    sent.set(part, bytes);
    progress(file.path, total);
  };
  const crcs: { crc64: string; size: number }[] = [];
  for (let first = 1; first <= known.partCount; first += partsPerSignature) {
    const group: PartToSend[] = [];
    for (let part = first; part < first + partsPerSignature && part <= known.partCount; part++) {
      signal.throwIfAborted();
      const blob = slice(part);
      const crc64 = await ports.crc64(blob);
      crcs.push({ crc64, size: blob.size });
      if (there.get(part) === crc64) note(part, blob.size);
      else group.push({ no, part, blob, checksum: { crc64 } });
    }
    const links = await signAll(group, common);
    await Promise.all(
      group.map((part) =>
        limit(async () => {
          const link = links.get(`${no}/${part.part}`);
          if (link === undefined) throw new Error(`No link for part ${part.part} of file ${no}`);
          await sendPart(part, link, ports, (bytes) => note(part.part, bytes), signal);
          note(part.part, part.blob.size);
        }),
      ),
    );
  }
  await ports.complete(no, joinCrc64(crcs), signal);
};

export const filesPerCall = limits.filesPerCall;
