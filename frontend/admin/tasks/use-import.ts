import { archive } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { inCalls } from '@geoarchive/frontend-shared/sheets/input-file.ts';
import { sendImport } from '@geoarchive/frontend-shared/tasks/send-import.ts';
import type { TaskInput } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { PreviewRow } from './Outcomes.tsx';

const keyOf = ({ node, number }: { node: string; number: string }): string => `${node} ${number}`;

/** Looks at what an import would do, then sends it and starts its job; `done` tells how many tasks were treated so far. */
export const useImport = () => {
  const api = useApi();
  const [done, setDone] = useState(0);
  const importId = useRef<string>(undefined);

  const preview = useMutation({
    mutationFn: async (tasks: TaskInput[]): Promise<PreviewRow[]> => {
      setDone(0);
      const found = new Map<string, TaskInput>(tasks.map((task) => [keyOf(task), task]));
      const rows: PreviewRow[] = [];
      for (const some of inCalls(tasks)) {
        const { items } = await api.call(archive.previewTasks, { body: { tasks: some } });
        for (const item of items) {
          const task = found.get(keyOf(item));
          if (task !== undefined) rows.push({ ...item, task });
        }
        setDone(rows.length);
      }
      return rows;
    },
  });
  const start = useMutation({
    mutationFn: async (of: { tasks: TaskInput[]; subject: string }) => {
      setDone(0);
      // One name for all calls, also for those of a retry: what was sent is not sent into a second import.
      importId.current ??= ulid();
      return sendImport(api, importId.current, of, setDone);
    },
  });
  const reset = () => {
    importId.current = undefined;
    for (const one of [preview, start]) one.reset();
  };
  return { preview, start, reset, done };
};
