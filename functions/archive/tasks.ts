import type { TaskOutcome } from '@geoarchive/contract/archive.ts';
import * as archive from '@geoarchive/contract/archive.ts';
import { difference } from '@geoarchive/domain/sheets/differences.ts';
import { dayThatCounts } from '@geoarchive/domain/supervision/timeliness.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { expectOwnNode, nodeOf } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import { importRoutes } from './imports.ts';

/** Tasks looked up at once. */
const atOnce = 10;

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

export const taskRoutes = [
  ...importRoutes,
  implement(archive.previewTasks, preview),
  implement(archive.listAllTasks, async (deps: ArchiveDeps, { caller, query }) => {
    const { state, node: asked, source, mineral, organisation, dueFrom, dueTo, ...paging } = query;
    const ministry = caller.roles.includes('MINISTRY_ADMIN');
    const node = ministry ? (asked ?? nodeOf(caller)) : nodeOf(caller);
    const list = `tasks#${node}`;
    // The lists are by due day and id; no id comes after the tilde.
    const range = [dueFrom ?? '0', `${dueTo ?? ''}~`] as const;
    if (range[0] > range[1]) return { items: [] };
    const of = { ...paging, range: dueFrom === undefined && dueTo === undefined ? undefined : range };
    const page = await (organisation !== undefined
      ? // The day that counts is never before the due day, by which this list goes.
        deps.tasks.list('gsi2', `tasks-of#${organisation}`, {
          ...of,
          range: ['0', range[1]],
        })
      : state === undefined
        ? deps.tasks.list('gsi1', list, of)
        : deps.tasks.list('gsi3', `${list}#${state}`, of));
    const counts = ({ state: now, body }: (typeof page.items)[number]) => {
      const day = state === undefined ? body.due : dayThatCounts({ ...body, state: now });
      return (
        body.node === node &&
        (state === undefined || now === state) &&
        (dueFrom === undefined || day >= dueFrom) &&
        (dueTo === undefined || day <= dueTo)
      );
    };
    const items = page.items.filter(
      (item) =>
        (source === undefined || item.body.source === source) &&
        (mineral === undefined || (item.body.mineral ?? 'none') === mineral) &&
        (organisation === undefined || counts(item)),
    );
    return { ...page, items: items.map(({ id, state, body }) => deps.tasks.shown(id, state, body)) };
  }),
];
