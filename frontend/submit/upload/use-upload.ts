import { intake } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { browserPorts } from './browser-ports.ts';
import { tidyPaths } from './pick.ts';
import type { LocalFile } from './ports.ts';
import { summarise, type UploadSummary } from './summary.ts';
import type { DepositUppy } from './uppy.ts';

export type Phase = 'loading' | 'idle' | 'sending' | 'paused';
export type FailedFile = { id: string; path: string; error: string };

type Shown = {
  phase: Phase;
  summary: UploadSummary;
  failed: FailedFile[];
  leftOut: number;
  startedAt: number;
};
const quietMs = 250;
const nothing: Shown = { phase: 'loading', summary: summarise([]), failed: [], leftOut: 0, startedAt: 0 };

const failedOf = (uppy: DepositUppy): FailedFile[] =>
  uppy
    .getFiles()
    .flatMap(({ id, error, meta }) =>
      typeof error === 'string' ? [{ id, error, path: meta.relativePath }] : [],
    );

/** The upload of one deposit: what to show, and what the reader can do. Files chosen earlier come back by themselves. */
export const useUpload = (id: string) => {
  const api = useApi();
  const cache = useQueryClient();
  const uppy = useRef<DepositUppy>(undefined);
  const [shown, setShown] = useState<Shown>(nothing);

  const refresh = useCallback(() => {
    const current = uppy.current;
    if (current === undefined) return;
    setShown((before) => ({ ...before, summary: summarise(current.getFiles()), failed: failedOf(current) }));
  }, []);
  const look = useCallback(() => cache.invalidateQueries({ queryKey: [intake.getDeposit.module] }), [cache]);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    import('./uppy.ts').then(({ createDepositUppy }) => {
      if (gone) return;
      const made = createDepositUppy(id, browserPorts(api, id));
      uppy.current = made;
      made.on('state-update', () => {
        timer ??= setTimeout(() => {
          timer = undefined;
          refresh();
        }, quietMs);
      });
      setShown((before) => ({ ...before, phase: 'idle' }));
    });
    return () => {
      gone = true;
      clearTimeout(timer);
      uppy.current?.destroy();
      uppy.current = undefined;
    };
  }, [id, api, refresh]);

  const send = async () => {
    setShown((before) => ({ ...before, phase: 'sending', startedAt: Date.now() }));
    await uppy.current?.upload();
    // What went up is the deposit's now; what failed stays to be tried again.
    const current = uppy.current;
    const done = current?.getFiles().filter((file) => file.progress.uploadComplete) ?? [];
    if (current !== undefined && failedOf(current).length === 0)
      current.removeFiles(done.map((file) => file.id));
    setShown((before) => ({ ...before, phase: 'idle' }));
    refresh();
    await look();
  };
  const add = (found: readonly LocalFile[]) => {
    const { files, leftOut } = tidyPaths(found);
    uppy.current?.addFiles(
      files.map(({ path, blob }) => ({
        name: path.split('/').at(-1) ?? path,
        data: blob,
        meta: { relativePath: path },
        source: 'folder',
      })),
    );
    setShown((before) => ({ ...before, leftOut }));
    refresh();
  };
  return {
    ...shown,
    add,
    send: () => void send(),
    pause: () => {
      uppy.current?.pauseAll();
      setShown((before) => ({ ...before, phase: 'paused' }));
    },
    resume: () => {
      uppy.current?.resumeAll();
      setShown((before) => ({ ...before, phase: 'sending' }));
    },
    retry: () => void uppy.current?.retryAll().then(look),
    clear: () => {
      uppy.current?.cancelAll();
      setShown((before) => ({ ...before, phase: 'idle', leftOut: 0 }));
      refresh();
    },
  };
};
export type Upload = ReturnType<typeof useUpload>;
