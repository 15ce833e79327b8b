import Uppy from '@uppy/core';
import GoldenRetriever from '@uppy/golden-retriever';
import { type LocalFile, PutError, type UploadPorts } from './ports.ts';
import { RefusedFile, uploadFiles } from './upload.ts';

export type UploadMeta = { relativePath: string };
export type DepositUppy = Uppy<Record<string, unknown> & UploadMeta, Record<string, never>>;

const localOf = (uppy: DepositUppy, ids: readonly string[]): { id: string; file: LocalFile }[] =>
  ids.flatMap((id) => {
    const { data, meta, isRemote } = uppy.getFile(id);
    if (isRemote || !(data instanceof Blob)) return [];
    return [{ id, file: { path: meta.relativePath, size: data.size, blob: data } }];
  });

/** Why a file failed, as one text: Chinese, a line break, English. Uppy keeps errors as texts. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof RefusedFile) return `${error.refusal.message.zh}\n${error.refusal.message.en}`;
  if (error instanceof PutError)
    return error.status === 0
      ? '无法连接存储服务，请检查网络后重试。\nThe storage cannot be reached: check the network and try again.'
      : `存储服务拒绝了该文件（${error.status}），请重试。\nThe storage refused the file (${error.status}): try again.`;
  return error instanceof Error ? error.message : String(error);
};

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
        uppy.emit('upload-error', of(path), { name: 'UploadError', message: reasonOf(error) });
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

/** An Uppy for one deposit. What was chosen and not yet sent is there again after the browser was closed. */
export const createDepositUppy = (id: string, ports: UploadPorts): DepositUppy => {
  const uppy: DepositUppy = new Uppy({ id: `deposit-${id}`, autoProceed: false });
  uppy.setState({ capabilities: { ...uppy.getState().capabilities, resumableUploads: true } });
  uppy.use(GoldenRetriever, { serviceWorker: false, expires: 7 * 24 * 3600 * 1000 });
  uppy.addUploader(uploader(uppy, ports));
  return uppy;
};
