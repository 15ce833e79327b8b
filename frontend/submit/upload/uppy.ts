import Uppy from '@uppy/core';
import GoldenRetriever from '@uppy/golden-retriever';
import type { LocalFile, UploadPorts } from './ports.ts';
import { writeReason } from './reason.ts';
import { uploadFiles } from './upload.ts';

export type UploadMeta = { relativePath: string };
export type DepositUppy = Uppy<Record<string, unknown> & UploadMeta, Record<string, never>>;

const localOf = (uppy: DepositUppy, ids: readonly string[]): { id: string; file: LocalFile }[] =>
  ids.flatMap((id) => {
    const { data, meta, isRemote } = uppy.getFile(id);
    if (isRemote || !(data instanceof Blob)) return [];
    return [{ id, file: { path: meta.relativePath, size: data.size, blob: data } }];
  });

/** Resolves when the reader goes on, or 'cancel' when everything is called off. */
const afterPause = (uppy: DepositUppy): Promise<'resume' | 'cancel'> =>
  new Promise((done) => {
    uppy.once('resume-all', () => done('resume'));
    uppy.once('cancel-all', () => done('cancel'));
  });

/** Uploads as Uppy asks for: pausing aborts, resuming runs the same files again and finds what is already there. */
const uploader = (uppy: DepositUppy, ports: UploadPorts) => async (ids: string[]) => {
  const left = new Map(localOf(uppy, ids).map(({ id, file }) => [file.path, { id, file }]));
  uppy.emit('upload-start', uppy.getFilesByIds([...left.values()].map(({ id }) => id)));
  const started = Date.now();
  const of = (path: string) => {
    const known = left.get(path);
    return known === undefined ? undefined : uppy.getFile(known.id);
  };
  while (left.size > 0) {
    const stop = new AbortController();
    const halt = () => stop.abort();
    uppy.once('pause-all', halt);
    uppy.once('cancel-all', halt);
    const next = afterPause(uppy);
    const events = {
      progress: (path: string, bytes: number) => {
        const file = of(path);
        const bytesTotal = left.get(path)?.file.size ?? 0;
        uppy.emit('upload-progress', file, { uploadStarted: started, bytesUploaded: bytes, bytesTotal });
      },
      done: (path: string) => {
        uppy.emit('upload-success', of(path), { status: 200 });
        left.delete(path);
      },
      failed: (path: string, error: unknown) => {
        uppy.emit('upload-error', of(path), { name: 'UploadError', message: writeReason(error) });
        left.delete(path);
      },
    };
    const files = [...left.values()].map(({ file }) => file);
    try {
      await uploadFiles(files, ports, events, stop.signal);
      return;
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      uppy.off('pause-all', halt);
      uppy.off('cancel-all', halt);
    }
    if ((await next) === 'cancel') return;
  }
};

/** Failures are shown in the page, file by file; Uppy need not repeat them in the console. */
export const quiet = { debug: () => undefined, warn: () => undefined, error: () => undefined };

/** Puts our uploader behind an Uppy; parts are resumed, so its files may be paused. */
export const attachUploader = (uppy: DepositUppy, ports: UploadPorts): void => {
  uppy.setState({ capabilities: { ...uppy.getState().capabilities, resumableUploads: true } });
  uppy.addUploader(uploader(uppy, ports));
};

/**
 * Makes files that came back after the browser was closed wait like new ones. Uppy would carry on its old upload, in which
 * files too large to be kept are missing; ours asks the deposit what is there anyway and sends the rest.
 */
export const waitAgain = (uppy: DepositUppy): void => {
  const files = { ...uppy.getState().files };
  for (const [id, file] of Object.entries(files))
    if (!file.progress.uploadComplete)
      files[id] = {
        ...file,
        error: null,
        progress: { ...file.progress, uploadStarted: null, bytesUploaded: false },
      };
  uppy.setState({ files, currentUploads: {}, recoveredState: null });
};

/** An Uppy for one deposit. What was chosen and not yet sent is there again after the browser was closed. */
export const createDepositUppy = (id: string, ports: UploadPorts): DepositUppy => {
  const uppy: DepositUppy = new Uppy({ id: `deposit-${id}`, autoProceed: false, logger: quiet });
  uppy.on('restored', () => waitAgain(uppy));
  uppy.use(GoldenRetriever, { serviceWorker: false, expires: 7 * 24 * 3600 * 1000 });
  attachUploader(uppy, ports);
  return uppy;
};
