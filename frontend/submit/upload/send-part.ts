import { type PartChecksum, PutError, type SignedPart, type UploadPorts } from './ports.ts';

/** Seconds of rest before each further try. */
const restsMs = [500, 2_000, 8_000, 20_000] as const;

export type PartToSend = { no: number; part: number; checksum: PartChecksum; blob: Blob };

/** Out of reach, busy, or the bytes came damaged (S3 compares them with the signed checksum): the same may work again. */
const passing = ({ status, code }: PutError): boolean =>
  status === 0 || status === 429 || status >= 500 || code === 'BadDigest';

/**
 * Sends one part. A link that is no longer valid (403) is signed anew; what may pass is tried again after a rest;
 * anything else is final.
 */
export const sendPart = async (
  part: PartToSend,
  signed: SignedPart,
  ports: UploadPorts,
  onBytes: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> => {
  let link = signed;
  for (let attempt = 0; ; attempt++) {
    try {
      return await ports.put(link, part.blob, onBytes, signal);
    } catch (error) {
      onBytes(0);
      const rest = restsMs[attempt];
      if (signal.aborted || !(error instanceof PutError) || rest === undefined) throw error;
      if (error.status === 403) {
        const { no, part: number, checksum } = part;
        link = (await ports.sign([{ no, part: number, ...checksum }], signal))[0] ?? link;
      } else if (passing(error)) await ports.wait(rest, signal);
      else throw error;
    }
  }
};
