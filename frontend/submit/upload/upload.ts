import { createLimiter } from './limiter.ts';
import type { LocalFile, Registered, UploadEvents, UploadPorts } from './ports.ts';
import {
  filesPerCall,
  isSingle,
  type NumberedFile,
  partsPerSignature,
  sendLarge,
  sendSmall,
} from './send-file.ts';

/** Browsers open six connections to a host; more would only wait. */
const connections = 6;
const largeAtOnce = 2;

/** Why a file was not registered, in both languages. */
export class RefusedFile extends Error {
  readonly refusal: Registered['refused'][number];
  constructor(refusal: Registered['refused'][number]) {
    super(refusal.message.en);
    this.name = 'RefusedFile';
    this.refusal = refusal;
  }
}

const groups = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/**
 * Registers and sends files. Doing it again with the same files goes on where it stopped: what is there is not sent again.
 * One file's failure is told and the others go on; an aborted signal stops all and rejects.
 */
export const uploadFiles = async (
  files: readonly LocalFile[],
  ports: UploadPorts,
  events: UploadEvents,
  signal: AbortSignal,
): Promise<void> => {
  const common = { ports, limit: createLimiter(connections), signal };
  const finish = (file: LocalFile) => {
    events.progress(file.path, file.size);
    events.done(file.path);
  };
  const fail = (file: LocalFile, error: unknown) => {
    signal.throwIfAborted();
    events.failed(file.path, error);
  };
  const register = async (batch: readonly LocalFile[]): Promise<NumberedFile[]> => {
    signal.throwIfAborted();
    const answer = await ports.register(
      batch.map(({ path, size }) => ({ path, size })),
      signal,
    );
    const numbers = new Map(answer.files.map((file) => [file.path, file]));
    const refusals = new Map(answer.refused.map((refusal) => [refusal.path, refusal]));
    const open: NumberedFile[] = [];
    for (const file of batch) {
      const known = numbers.get(file.path);
      const refusal = refusals.get(file.path);
      if (known?.uploaded) finish(file);
      else if (known !== undefined) open.push({ no: known.no, file });
      else fail(file, refusal === undefined ? new Error('Not registered') : new RefusedFile(refusal));
    }
    return open;
  };
  const small = async (group: NumberedFile[]) => {
    try {
      const outcomes = await sendSmall(group, common, events.progress);
      for (const [index, outcome] of outcomes.entries()) {
        const file = group[index]?.file;
        if (file === undefined) continue;
        if (outcome.status === 'fulfilled') finish(file);
        else fail(file, outcome.reason);
      }
    } catch (error) {
      for (const { file } of group) fail(file, error);
    }
  };
  const large = async (file: NumberedFile) => {
    try {
      await sendLarge(file, common, events.progress);
      finish(file.file);
    } catch (error) {
      fail(file.file, error);
    }
  };
  const atOnce = createLimiter(largeAtOnce);
  for (const batch of groups(files, filesPerCall)) {
    const open = await register(batch);
    await Promise.all([
      ...groups(
        open.filter(({ file }) => isSingle(file)),
        partsPerSignature,
      ).map((group) => atOnce(() => small(group))),
      ...open.filter(({ file }) => !isSingle(file)).map((file) => atOnce(() => large(file))),
    ]);
  }
  signal.throwIfAborted();
};
