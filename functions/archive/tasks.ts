import type { TaskOutcome, taskInput } from '@geoarchive/contract/archive.ts';
import * as archive from '@geoarchive/contract/archive.ts';
import { difference } from '@geoarchive/domain/sheets/differences.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { z } from 'zod';
import { expectOwnNode, nodeOf } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import { undoImportRoutes } from './undo-import.ts';

type Input = z.infer<typeof taskInput>;
/** Tasks looked up at once. */
const atOnce = 10;
type Done = 'created' | 'updated' | 'unchanged';

/** Creates, brings back or updates one task by its number; the same input again changes nothing. */
const record = async (
  deps: ArchiveDeps,
  caller: Caller,
  input: Input,
  importId: string | undefined,
): Promise<Done> => {
  const found = await deps.tasks.byNumber(input.node, input.number);
  const tell = { action: archive.importTasks.audit, by: caller, detail: { number: input.number } };
  if (found === undefined) {
    const id = ulid(deps.clock().getTime());
    const body = { ...input, deposits: {} };
    await deps.tasks.create(id, body, {
      ...tell,
      events: [{ type: 'TaskRecorded', data: { task: deps.tasks.shown(id, 'open', body), version: 1 } }],
      with: [deps.tasks.claiming(input.node, input.number, id), ...deps.taskImports.noting(importId, id, 1)],
    });
    return 'created';
  }
  const version = found.version + 1;
  if (found.state === 'withdrawn') {
    const body = { ...input, deposits: found.body.deposits };
    await deps.tasks.move(found, 'restore', body, {
      ...tell,
      events: [{ type: 'TaskRecorded', data: { task: deps.tasks.shown(found.id, 'open', body), version } }],
      with: deps.taskImports.noting(importId, found.id, version),
    });
    return 'created';
  }
  const body = { ...found.body, ...input };
  if (difference(found.body, input).outcome === 'unchanged') return 'unchanged';
  const task = deps.tasks.shown(found.id, found.state, body);
  await deps.tasks.change(found, body, {
    ...tell,
    events: [{ type: 'TaskRecorded', data: { task, version } }],
    with: deps.taskImports.noting(importId, found.id, version, found.body),
  });
  return 'updated';
};

const preview = async (deps: ArchiveDeps, { caller, body }: Call<typeof archive.previewTasks>) => {
  expectOwnNode(caller, body.tasks);
  const items: TaskOutcome[] = [];
  await inParallel(body.tasks, atOnce, async (input) => {
    const found = await deps.tasks.byNumber(input.node, input.number);
    const stored = found?.state === 'withdrawn' ? undefined : found?.body;
    items.push({ number: input.number, node: input.node, ...difference(stored, input) });
  });
  return { items };
};

const importTasks = async (deps: ArchiveDeps, { caller, body }: Call<typeof archive.importTasks>) => {
  expectOwnNode(caller, body.tasks);
  const done: Record<Done, number> = { created: 0, updated: 0, unchanged: 0 };
  for (const input of body.tasks)
    done[
      await record(deps, caller, input, body.importId).catch((error: unknown) => {
        // Another import claimed the number in the same instant: now it is there, to be updated.
        if (!(error instanceof ConditionFailed)) throw error;
        return record(deps, caller, input, body.importId);
      })
    ] += 1;
  return done;
};

export const taskRoutes = [
  ...undoImportRoutes,
  implement(archive.previewTasks, preview),
  implement(archive.importTasks, importTasks),
  implement(archive.listAllTasks, async (deps: ArchiveDeps, { caller, query }) => {
    const page = await deps.tasks.list('gsi1', `tasks#${nodeOf(caller)}`, query);
    return { ...page, items: page.items.map(({ id, state, body }) => deps.tasks.shown(id, state, body)) };
  }),
];
