import * as archive from '@geoarchive/contract/archive.ts';
import { difference } from '@geoarchive/domain/sheets/differences.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import * as z from 'zod';
import { CannotGoOn, type Work } from '../jobs/step.ts';
import { keepDecided } from './decided-due.ts';
import type { ArchiveDeps, TaskInput } from './deps.ts';

/** Tasks of a step: five writes each at most. */
const perStep = 16;

const place = z.object({ batch: z.number(), at: z.number() });
const cursorOf = (cursor: unknown) => place.nullable().parse(cursor) ?? { batch: 1, at: 0 };

type Done = { outcome: 'created' | 'updated' | 'unchanged'; writes: Write[] };

/** What creates, brings back or updates one task by its number; the same input again changes nothing. */
const effectOf = async (deps: ArchiveDeps, by: By, input: TaskInput, importId: string): Promise<Done> => {
  const found = await deps.tasks.byNumber(input.node, input.number);
  const tell = { action: archive.startTaskImport.audit, by, detail: { number: input.number, importId } };
  const told = (task: ReturnType<typeof deps.tasks.shown>, version: number) => ({
    ...tell,
    events: [{ type: 'TaskRecorded' as const, data: { task, version } }],
  });
  if (found === undefined) {
    const id = ulid(deps.clock().getTime());
    const body = { ...input, deposits: {} };
    const writes = deps.tasks.creation(id, body, {
      ...told(deps.tasks.shown(id, 'open', body), 1),
      with: [deps.tasks.claiming(input.node, input.number, id), ...deps.taskImports.noting(importId, id, 1)],
    });
    return { outcome: 'created', writes };
  }
  const version = found.version + 1;
  if (found.state === 'withdrawn') {
    const body = { ...input, deposits: found.body.deposits };
    const writes = deps.tasks.moving(found, 'restore', body, {
      ...told(deps.tasks.shown(found.id, 'open', body), version),
      with: deps.taskImports.noting(importId, found.id, version),
    });
    return { outcome: 'created', writes };
  }
  const wanted = { ...input, ...keepDecided(found.body, input.due) };
  if (difference(found.body, wanted).outcome === 'unchanged') return { outcome: 'unchanged', writes: [] };
  const body = { ...found.body, ...wanted };
  const writes = deps.tasks.changing(found, body, {
    ...told(deps.tasks.shown(found.id, found.state, body), version),
    with: deps.taskImports.noting(importId, found.id, version, found.body),
  });
  return { outcome: 'updated', writes };
};

/** The next tasks of a batch, up to one whose number came before: two changes of one task do not fit into one transaction. */
const next = (tasks: readonly TaskInput[], at: number): TaskInput[] => {
  const taken = new Set<string>();
  const some: TaskInput[] = [];
  for (const task of tasks.slice(at, at + perStep)) {
    const key = `${task.node} ${task.number}`;
    if (taken.has(key)) break;
    taken.add(key);
    some.push(task);
  }
  return some;
};

const gone = {
  zh: '要导入的任务已过保存期（30 天），请重新上传文件导入。',
  en: 'What was to be imported is no longer kept (30 days): import the file again.',
};

/** Imports the tasks that were sent, a few a step. */
export const importTasks: Work<ArchiveDeps> = async (deps, job, so) => {
  const { batch, at } = cursorOf(so.cursor);
  const tasks = await deps.taskBatches.read(job.id, batch);
  if (tasks === undefined) throw new CannotGoOn(gone);
  const some = next(tasks, at);
  const by = { sub: job.body.owner, name: job.body.ownerName };
  const done = await Promise.all(some.map((input) => effectOf(deps, by, input, job.id)));
  const count = (wanted: Done['outcome']) => done.filter(({ outcome }) => outcome === wanted).length;
  const after = at + some.length;
  return {
    effect: done.flatMap(({ writes }) => writes),
    cursor: after < tasks.length ? { batch, at: after } : { batch: batch + 1, at: 0 },
    done: some.length,
    counts: { created: count('created'), updated: count('updated'), unchanged: count('unchanged') },
    finished: so.done + some.length >= job.body.total,
  };
};
