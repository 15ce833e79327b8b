import * as z from 'zod';

const answer = z.object({ id: z.number(), crc64: z.string().optional(), error: z.string().optional() });
type Waiting = { done: (crc64: string) => void; fail: (error: Error) => void };

/** CRC-64/NVME of blobs, computed on a thread of its own that is started with the first of them. */
export const createCrcWorker = () => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  const start = (): Worker => {
    const made = new Worker(new URL('./crc-thread.ts', import.meta.url), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<unknown>) => {
      const { id, crc64, error } = answer.parse(data);
      const { done, fail } = waiting.get(id) ?? {};
      waiting.delete(id);
      if (crc64 === undefined) fail?.(new Error(error));
      else done?.(crc64);
    };
    made.onerror = ({ message }) => {
      for (const { fail } of waiting.values()) fail(new Error(message));
      waiting.clear();
      worker = undefined;
    };
    return made;
  };
  return (blob: Blob): Promise<string> =>
    new Promise((done, fail) => {
      worker ??= start();
      asked += 1;
      waiting.set(asked, { done, fail });
      worker.postMessage({ id: asked, blob });
    });
};
