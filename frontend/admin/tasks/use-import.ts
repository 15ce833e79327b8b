import { archive } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { inCalls, type TaskInput } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ulid } from 'ulid';
import type { PreviewRow } from './Outcomes.tsx';

const keyOf = ({ node, number }: { node: string; number: string }): string => `${node} ${number}`;

/** Looks at what an import would do, then does it, a hundred tasks a call, and takes it back; `done` tells how many were treated so far. */
export const useImport = () => {
  const api = useApi();
  const cache = useQueryClient();
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
  const run = useMutation({
    mutationFn: async (tasks: TaskInput[]) => {
      setDone(0);
      // One name for all calls, also for those of a retry: by it the import can be undone.
      importId.current ??= ulid();
      const total = { created: 0, updated: 0, unchanged: 0 };
      for (const some of inCalls(tasks)) {
        const reply = await api.call(archive.importTasks, {
          body: { tasks: some, importId: importId.current },
        });
        total.created += reply.created;
        total.updated += reply.updated;
        total.unchanged += reply.unchanged;
        setDone((before) => before + some.length);
      }
      return total;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: [archive.importTasks.module] }),
  });
  const undo = useMutation({
    mutationFn: async () => {
      const kept: string[] = [];
      const total = { withdrawn: 0, restored: 0, kept };
      const id = importId.current;
      let cursor: string | undefined;
      if (id === undefined) return total;
      do {
        const reply = await api.call(archive.undoTaskImport, {
          params: { id },
          body: cursor === undefined ? {} : { cursor },
        });
        total.withdrawn += reply.withdrawn;
        total.restored += reply.restored;
        kept.push(...reply.kept.map(({ number }) => number));
        cursor = reply.cursor;
      } while (cursor !== undefined);
      return total;
    },
    onSettled: () => cache.invalidateQueries({ queryKey: [archive.importTasks.module] }),
  });
  const reset = () => {
    importId.current = undefined;
    for (const one of [preview, run, undo]) one.reset();
  };
  return { preview, run, undo, reset, done };
};
