import type { Client } from '@geoarchive/contract/client.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import type { Day } from '@geoarchive/domain/dates.ts';
import { type TaskState, taskLifecycle } from '@geoarchive/domain/task.ts';
import type { Language } from '@geoarchive/domain/text.ts';

export const isTaskState = (name: string): name is TaskState => Object.hasOwn(taskLifecycle.states, name);

export type Wanted = { state?: TaskState | undefined; before?: Day | undefined; node?: string | undefined };

/** Tasks of an archive in the order of their due dates, a page at a time, up to the last one due before a day. */
async function* tasksOf(client: Client, { state, before, node }: Wanted): AsyncGenerator<Task> {
  let cursor: string | undefined;
  do {
    const query = { limit: 100, ...(node && { node }), ...(state && { state }), ...(cursor && { cursor }) };
    const page = await client.call(archive.listAllTasks, { query });
    for (const task of page.items) {
      if (before !== undefined && task.due >= before) return;
      yield task;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Prints tasks one a line: as JSON, or due date, state, number, organisation and name between tabs. */
export const printTasks = async (
  client: Client,
  wanted: Wanted,
  json: boolean,
  tongue: Language,
): Promise<void> => {
  for await (const task of tasksOf(client, wanted)) {
    const { due, state, number, organisation, name } = task;
    const told = [due, taskLifecycle.states[state][tongue], number, organisation, name].join('\t');
    process.stdout.write(`${json ? JSON.stringify(task) : told}\n`);
  }
};
