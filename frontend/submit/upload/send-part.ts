import { PutError, type SignedPart, type UploadPorts } from './ports.ts';

/** Seconds of rest before each further try. */
const restsMs = [500, 2_000, 8_000, 20_000] as const;

export type PartToSend = { no: number; part: number; sha256: string; blob: Blob };

/**
 * Sends one part. A link that is no longer valid (403) is signed anew; a store that is busy or out of reach is tried again
 * after a rest; anything else is final.
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
        const { no, part: number, sha256 } = part;
        link = (await ports.sign([{ no, part: number, sha256 }], signal))[0] ?? link;
      } else if (error.status === 0 || error.status === 429 || error.status >= 500) {
        await ports.wait(rest, signal);
      } else throw error;
    }
  }
};
