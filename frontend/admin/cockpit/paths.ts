import type { MineralClass } from '@geoarchive/domain/codes/mineral-classes.ts';
import type { TaskSource } from '@geoarchive/domain/publication.ts';
import type { TaskState } from '@geoarchive/domain/task.ts';

export type TaskDays = { from?: string | undefined; to?: string | undefined };

/** What a figure is of beside its archive and days. */
export type TaskParts = {
  source?: TaskSource | undefined;
  mineral?: MineralClass | 'none' | undefined;
  organisation?: string | undefined;
};

/** Where the tasks behind a figure are listed: of one archive, due in these days (both included), in one state, of one part. */
export const tasksPath = (of: { node: string; state?: TaskState } & TaskParts & TaskDays): string => {
  const { node, state, source, mineral, organisation, from, to } = of;
  const all = { node, state, source, mineral, organisation, from, to };
  const query = new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  return `/tasks?${query}`;
};
