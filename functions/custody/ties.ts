import type { Holding, HoldingRow } from '@geoarchive/contract/custody-holdings.ts';
import { dossierTie, taskForms } from '@geoarchive/domain/custody/ties.ts';
import { comparedNumber, exactNumber } from '@geoarchive/domain/subsurface/same-hole.ts';
import type { Key, Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { CustodyDeps } from './deps.ts';

const counter = z.object({ value: z.number() });
/** A hole's number stays where it is looked for after the last hole that bore it was removed. */
const numbered = z.object({ holes: z.array(z.object({ hole: z.string() })) });

/** Which of these texts are known: looked for at the archives of no province first, where oil, gas and radioactive data go. */
const knownAt = async (
  table: Table,
  archives: readonly (readonly string[])[],
  wanted: readonly string[],
  keysOf: (node: string, text: string) => Key[],
  holds: (row: Record<string, unknown>, text: string) => boolean = () => true,
): Promise<Set<string>> => {
  const known = new Set<string>();
  for (const nodes of archives) {
    const open = [...new Set(wanted)].filter((text) => !known.has(text));
    const keys = nodes.flatMap((node) =>
      open.flatMap((text) => keysOf(node, text).map((key) => ({ text, ...key }))),
    );
    if (keys.length === 0) continue;
    // Two texts may have one key.
    const distinct = new Map(keys.map(({ pk, sk }) => [pk, { pk, sk }]));
    const found = await table.getMany([...distinct.values()]);
    const there = new Map(found.map((row) => [row['pk'], row]));
    for (const { text, pk } of keys) {
      const row = there.get(pk);
      if (row !== undefined && holds(row, text)) known.add(text);
    }
  }
  return known;
};

/** How many archive numbers each archive has given: a number is known when it was given. */
const givenNumbers = async ({ table, settings }: CustodyDeps): Promise<Map<string, number>> => {
  const keyOf = (node: string) => ({ pk: `counter#archive#${node}`, sk: 'counter' });
  const rows = await table.getMany(settings.nodes.map(({ code }) => keyOf(code)));
  const values = new Map(rows.map((row) => [row['pk'], counter.parse(row).value]));
  return new Map(settings.nodes.map(({ code }) => [code, values.get(keyOf(code).pk) ?? 0]));
};

/**
 * Rows with what of their ties was not found: tasks by their number, holes by theirs (a dash counts between digits only), dossiers by
 * the archive numbers that were given; width and case do not matter. Core boxes stand in no register and are kept as they were written.
 */
export const withTies = async (deps: CustodyDeps, rows: readonly HoldingRow[]): Promise<Holding[]> => {
  const { table, settings } = deps;
  const codes = (national: boolean) =>
    settings.nodes.filter(({ province }) => (province === undefined) === national).map(({ code }) => code);
  const archives = [codes(true), codes(false)];
  const tasks = rows.flatMap(({ task }) => task ?? []);
  const wells = rows.flatMap(({ well }) => well ?? []);
  const [knownTasks, knownWells, given] = await Promise.all([
    knownAt(table, archives, tasks, (node, text) =>
      taskForms(text).map((form) => ({ pk: `task-number#${node}#${form}`, sk: 'claim' })),
    ),
    knownAt(
      table,
      archives,
      wells,
      (node, text) => [{ pk: `hole-number#${node}#${comparedNumber(text)}`, sk: 'holes' }],
      (row, text) => numbered.parse(row).holes.some(({ hole }) => exactNumber(hole) === exactNumber(text)),
    ),
    rows.some(({ dossier }) => dossier !== undefined) ? givenNumbers(deps) : new Map<string, number>(),
  ]);
  const knownDossier = (text: string): boolean => {
    const tie = dossierTie(text);
    if (tie === undefined) return false;
    const counts = tie.node === undefined ? [...given.values()] : [given.get(tie.node) ?? 0];
    return tie.sequence > 0 && counts.some((count) => tie.sequence <= count);
  };
  return rows.map((row) => ({
    ...row,
    findings: [
      ...(row.task === undefined || knownTasks.has(row.task) ? [] : (['unknown-task'] as const)),
      ...(row.dossier === undefined || knownDossier(row.dossier) ? [] : (['unknown-dossier'] as const)),
      ...(row.well === undefined || knownWells.has(row.well) ? [] : (['unknown-well'] as const)),
    ],
  }));
};
