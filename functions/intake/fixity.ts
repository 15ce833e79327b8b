import type { Queue } from '@geoarchive/platform/queue.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { createSHA256 } from 'hash-wasm';
import * as z from 'zod';
import type { IntakeDeps } from './deps.ts';
import { checksumFindings } from './mismatch.ts';
import { recordResults } from './results.ts';
import { uploadMessage } from './upload-message.ts';

export type FixityDeps = Pick<IntakeDeps, 'deposits' | 'pages' | 'table' | 'clock' | 'bucket'> & {
  fixity: Queue;
  step?: number;
};

/** Bytes hashed per message: far inside the 15 minutes of a Lambda at 80 MB/s, and a crash costs no more than this. */
const step = 8 * 1024 ** 3;
const message = uploadMessage.extend({ offset: z.number(), state: z.string().optional() });

/** Hashes a large file step by step; the hash's state travels in the message, so a file of any size is one chain of them. */
export const hashStep = async (deps: FixityDeps, { body }: Message): Promise<void> => {
  const of = message.parse(body);
  const entry = await deps.pages.find(of.depositId, of.no);
  // Removed, declared anew or uploaded again since it was handed over: another message tells of that.
  if (entry === undefined || entry.sequencer !== of.sequencer) return;
  const hash = await createSHA256();
  hash.init();
  if (of.state !== undefined) hash.load(Buffer.from(of.state, 'base64'));
  const end = Math.min(of.offset + (deps.step ?? step), of.size);
  for await (const chunk of await deps.bucket.stream(of.key, of.offset, end, of.versionId))
    hash.update(chunk);
  if (end < of.size) {
    const state = Buffer.from(hash.save()).toString('base64');
    await deps.fixity.send([{ body: { ...of, offset: end, state }, group: of.depositId }]);
    return;
  }
  const sha256 = hash.digest('hex');
  await recordResults(deps, of.depositId, [
    {
      ...entry,
      state: 'inspected',
      sha256,
      sequencer: of.sequencer,
      findings: [...checksumFindings(entry, sha256), ...entry.findings],
    },
  ]);
};
