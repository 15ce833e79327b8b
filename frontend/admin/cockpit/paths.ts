import type { TaskSource } from '@geoarchive/domain/publication.ts';
import type { TaskState } from '@geoarchive/domain/task.ts';

export type TaskDays = { from?: string | undefined; to?: string | undefined };

/** Where the tasks behind a figure are listed: of one archive, due in these days (both included), in one state, of one source. */
export const tasksPath = (
  of: { node: string; state?: TaskState; source?: TaskSource | undefined } & TaskDays,
): string => {
  const { node, state, source, from, to } = of;
  const all = { node, state, source, from, to };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return `/tasks?${query}`;
};
