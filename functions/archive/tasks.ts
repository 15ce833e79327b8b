import type { TaskOutcome, taskInput } from '@geoarchive/contract/archive.ts';
import * as archive from '@geoarchive/contract/archive.ts';
import { difference } from '@geoarchive/domain/sheets/differences.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { z } from 'zod';
import { nodeOf } from './access.ts';
import type { ArchiveDeps } from './deps.ts';

type Input = z.infer<typeof taskInput>;
/** Tasks looked up at once. */
const atOnce = 10;
type Done = 'created' | 'updated' | 'unchanged';

/** Creates or updates one task by its number; the same input again changes nothing. */
const record = async (deps: ArchiveDeps, caller: Caller, input: Input): Promise<Done> => {
  const found = await deps.tasks.byNumber(input.node, input.number);
  const tell = { action: archive.importTasks.audit, by: caller, detail: { number: input.number } };
  if (found === undefined) {
    const id = ulid(deps.clock().getTime());
    const body = { ...input, deposits: {} };
    await deps.tasks.create(id, body, {
      ...tell,
      events: [{ type: 'TaskRecorded', data: { task: deps.tasks.shown(id, 'open', body), version: 1 } }],
      with: [deps.tasks.claiming(input.node, input.number, id)],
    });
    return 'created';
  }
  const body = { ...found.body, ...input };
  if (difference(found.body, input).outcome === 'unchanged') return 'unchanged';
  const task = deps.tasks.shown(found.id, found.state, body);
  await deps.tasks.change(found, body, {
    ...tell,
    events: [{ type: 'TaskRecorded', data: { task, version: found.version + 1 } }],
  });
  return 'updated';
};

/** Tasks of another archive are the ministry's to record. */
const expectOwn = (caller: Caller, tasks: readonly Input[]): void => {
  const wrong = caller.roles.includes('MINISTRY_ADMIN')
    ? []
    : tasks.filter(({ node }) => node !== nodeOf(caller));
  if (wrong.length > 0)
    throw new Problem(
      'forbidden',
      { zh: '只能导入本馆藏机构的任务。', en: 'Only tasks of your own node can be imported.' },
      wrong.slice(0, 50).map(({ number, node }) => ({ field: `tasks.${number}.node`, message: node })),
    );
};

const preview = async (deps: ArchiveDeps, { caller, body }: Call<typeof archive.previewTasks>) => {
  expectOwn(caller, body.tasks);
  const items: TaskOutcome[] = [];
  await inParallel(body.tasks, atOnce, async (input) => {
    const found = await deps.tasks.byNumber(input.node, input.number);
    items.push({ number: input.number, node: input.node, ...difference(found?.body, input) });
  });
  return { items };
};

const importTasks = async (deps: ArchiveDeps, { caller, body }: Call<typeof archive.importTasks>) => {
  expectOwn(caller, body.tasks);
  const done: Record<Done, number> = { created: 0, updated: 0, unchanged: 0 };
  for (const input of body.tasks)
    done[
      await record(deps, caller, input).catch((error: unknown) => {
        // Another import claimed the number in the same instant: now it is there, to be updated.
        if (!(error instanceof ConditionFailed)) throw error;
        return record(deps, caller, input);
      })
    ] += 1;
  return done;
};

export const taskRoutes = [
  implement(archive.previewTasks, preview),
  implement(archive.importTasks, importTasks),
  implement(archive.listAllTasks, async (deps: ArchiveDeps, { caller, query }) => {
    const page = await deps.tasks.list('gsi1', `tasks#${nodeOf(caller)}`, query);
    return { ...page, items: page.items.map(({ id, state, body }) => deps.tasks.shown(id, state, body)) };
  }),
];
