import { createCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';
import * as z from 'zod';

const question = z.object({ id: z.number(), blob: z.instanceof(Blob) });

const crc64Of = async (blob: Blob): Promise<string> => {
  const crc = await createCrc64();
  const reader = blob.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) crc.update(next.value);
  return crc.take();
};

// The thread that createCrcWorker starts.
self.onmessage = async ({ data }: MessageEvent<unknown>) => {
  const { id, blob } = question.parse(data);
  try {
    self.postMessage({ id, crc64: await crc64Of(blob) });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};
