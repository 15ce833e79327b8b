import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { inCalls } from '@geoarchive/frontend-shared/sheets/input-file.ts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';

/** How rows of one kind are looked at, a call at a time, and how they are sent and their job is started. */
export type ImportCalls<Row, Seen> = {
  preview: (client: Client, rows: Row[]) => Promise<Seen[]>;
  send: (
    client: Client,
    id: string,
    of: { rows: readonly Row[]; subject: string },
    onSent: (rows: number) => void,
  ) => Promise<Job>;
};

/** Looks at what an import would do, then sends it and starts its job; `done` tells how many rows were treated so far. */
export const useImport = <Row, Seen>(calls: ImportCalls<Row, Seen>) => {
  const api = useApi();
  const [done, setDone] = useState(0);
  const importId = useRef<string>(undefined);

  const preview = useMutation({
    mutationFn: async (rows: readonly Row[]): Promise<Seen[]> => {
      setDone(0);
      const seen: Seen[] = [];
      for (const some of inCalls(rows)) {
        seen.push(...(await calls.preview(api, some)));
        setDone(seen.length);
      }
      return seen;
    },
  });
  const start = useMutation({
    mutationFn: async (of: { rows: readonly Row[]; subject: string }) => {
      setDone(0);
      // One name for all calls, also for those of a retry: what was sent is not sent into a second import.
      importId.current ??= ulid();
      return calls.send(api, importId.current, of, setDone);
    },
  });
  const reset = () => {
    importId.current = undefined;
    for (const one of [preview, start]) one.reset();
  };
  return { preview, start, reset, done };
};
