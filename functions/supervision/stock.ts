import { type ArchiveStock, archiveStock } from '@geoarchive/contract/cockpit.ts';
import { addDays, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { type ChaseFacts, chasingOf } from '@geoarchive/domain/supervision/chasing.ts';
import { cellOf } from '@geoarchive/domain/supervision/tally.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { Row, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { holderName, type TaskItem, tasksOf } from './chase-tasks.ts';
import type { SupervisionDeps } from './context.ts';

/** Holders kept of an archive: those with most overdue tasks. */
const holdersKept = 20;
/** Overdue tasks looked through for an archive, the longest overdue first: what a step reads in its time. */
const overdueMost = 100_000;
/** Days up to today whose tasks make a holder's rate. */
const rateDays = 365;
/** Tasks looked up at once. */
const lookedUp = 1000;
const atOnce = 5;

const owner = z.object({ body: z.object({ organisation: z.string() }) });

/** How many overdue tasks each organisation has at an archive, by the list of the open ones in the order of the day that counts. */
const overdueByHolder = async ({ table }: SupervisionDeps, node: string, today: Day) => {
  const holders = new Map<string, number>();
  let looked = 0;
  let start: Row | undefined;
  do {
    const { rows, next } = await table.query({
      index: 'gsi3',
      partition: `tasks#${node}#open`,
      // Before today: the sort text of a task due then is longer than its day.
      range: ['0', today],
      start,
    });
    for (const row of rows) {
      const { organisation } = owner.parse(row).body;
      holders.set(organisation, (holders.get(organisation) ?? 0) + 1);
    }
    looked += rows.length;
    start = next;
  } while (start !== undefined && looked < overdueMost);
  return { holders, complete: start === undefined };
};

/** What a holder should have submitted at an archive within the last year, and did; and its newest task of that. */
const rateOf = async (deps: SupervisionDeps, node: string, organisation: string, today: Day) => {
  const rate = { should: 0, submitted: 0 };
  let newest: TaskItem | undefined;
  let cursor: string | undefined;
  do {
    const page = await deps.tasks.list('gsi2', `tasks-of#${organisation}`, {
      range: [addDays(today, -rateDays), today],
      cursor,
    });
    for (const task of page.items) {
      const cell = cellOf({ ...task.body, state: task.state });
      if (cell === undefined || cell.node !== node || cell.due >= today) continue;
      rate.should += 1;
      if (cell.state !== 'open') rate.submitted += 1;
      newest = task;
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  const name = newest === undefined ? undefined : await holderName(deps, newest.body);
  return { ...rate, ...(name === undefined ? {} : { name }) };
};

/** Which organisations have most overdue tasks at an archive, with what they submitted of the last year's. */
const holdersOf = async (
  deps: SupervisionDeps,
  node: string,
  today: Day,
): Promise<Pick<ArchiveStock, 'holders' | 'parties' | 'complete'>> => {
  const { holders, complete } = await overdueByHolder(deps, node, today);
  const most = [...holders].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, holdersKept);
  const found = new Map<string, ArchiveStock['holders'][number]>();
  await inParallel(most, atOnce, async ([organisation, overdue]) => {
    found.set(organisation, { organisation, overdue, ...(await rateOf(deps, node, organisation, today)) });
  });
  return {
    holders: most.flatMap(([organisation]) => found.get(organisation) ?? []),
    parties: holders.size,
    complete,
  };
};

/** The chases of an archive with the day on which the longest overdue of their tasks was due. */
const chasesOf = async (deps: SupervisionDeps, node: string): Promise<ChaseFacts[]> => {
  const all: { facts: ChaseFacts; first: string | undefined }[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.chases.list('gsi1', `chases#${node}`, { cursor });
    // A chase names its tasks in the order in which they were due.
    for (const { state, body } of page.items)
      all.push({ facts: { state, steps: body.steps }, first: body.taskIds[0] });
    cursor = page.cursor;
  } while (cursor !== undefined);
  const ids = all.flatMap(({ first }) => first ?? []);
  const due = new Map<string, Day>();
  for (let at = 0; at < ids.length; at += lookedUp)
    for (const { id, body } of await tasksOf(deps, ids.slice(at, at + lookedUp))) due.set(id, body.due);
  return all.map(({ facts, first }) => ({ ...facts, oldestDue: due.get(first ?? '') }));
};

const partition = 'supervision-stock';
const stockRow = z.object({ sk: z.string(), stock: archiveStock });

/** The write that keeps what an archive's stock comes to now: holders with most overdue tasks, and its chasing work. */
export const takingStock = async (deps: SupervisionDeps, node: string): Promise<Write> => {
  const now = deps.clock();
  const today = dayOf(now);
  const stock: ArchiveStock = {
    asOf: now.toISOString(),
    ...(await holdersOf(deps, node, today)),
    chasing: chasingOf(await chasesOf(deps, node), today),
  };
  return { Put: { TableName: deps.table.name, Item: { pk: partition, sk: node, stock } } };
};

/** What was last taken stock of, archive by archive. */
export const stocksOf = async ({
  table,
}: Pick<SupervisionDeps, 'table'>): Promise<Map<string, ArchiveStock>> => {
  const found = new Map<string, ArchiveStock>();
  for await (const row of table.each(partition)) {
    const { sk, stock } = stockRow.parse(row);
    found.set(sk, stock);
  }
  return found;
};
