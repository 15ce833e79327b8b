import type { Queue } from '@geoarchive/platform/queue.ts';
import type { Failed, Message } from '@geoarchive/platform/worker-handler.ts';
import { type UploadMessage, uploadsOf } from './upload-message.ts';

/** Turns S3's notifications into messages of the inspect queue, grouped by deposit (S3 itself cannot group them). */
export const dispatch = async (deps: { inspections: Queue }, messages: Message[]): Promise<Failed[]> => {
  const failed: Failed[] = [];
  const uploads: UploadMessage[] = [];
  for (const { id, body } of messages)
    try {
      uploads.push(...uploadsOf(body));
    } catch (error) {
      failed.push({ id, error });
    }
  await deps.inspections.send(uploads.map((upload) => ({ body: upload, group: upload.depositId })));
  return failed;
};
