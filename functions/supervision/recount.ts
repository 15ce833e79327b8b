import { daysSheetsOf, entriesOf, monthsSheet, yearSheet } from '@geoarchive/domain/supervision/tally.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { SupervisionDeps } from './context.ts';
import type { Counted, Sheet, Tallied } from './tally-store.ts';

/**
 * So long a year of a place must have been still before a difference counts as one: what was just counted may not yet stand in the
 * list of what was counted where.
 */
const settledMs = 60_000;
/** Tasks whose present version is looked up at once. */
const lookedUp = 1000;

type Fresh = Map<string, Record<string, number>>;

/** The sheets of one year of a place as they should be, from where each task was counted. */
const countAfresh = (members: readonly Tallied[], year: string): Fresh => {
  const day = `${year}-01-01`;
  const sheets: Fresh = new Map(
    [yearSheet(day), monthsSheet(day), ...daysSheetsOf(year)].map((name) => [name, {}]),
  );
  for (const { cell } of members)
    for (const { sheet, name } of cell === undefined ? [] : entriesOf(cell)) {
      const counts = sheets.get(sheet);
      if (counts !== undefined) counts[name] = (counts[name] ?? 0) + 1;
    }
  return sheets;
};

/** How many numbers of a sheet are not what they should be. */
const differences = (fresh: Readonly<Record<string, number>>, stored: Sheet | undefined): number =>
  [...new Set([...Object.keys(fresh), ...Object.keys(stored?.counts ?? {})])].filter(
    (name) => (fresh[name] ?? 0) !== (stored?.counts[name] ?? 0),
  ).length;

const behindOf = async ({ tallies }: SupervisionDeps, members: readonly Tallied[]): Promise<Counted[]> => {
  const behind: Counted[] = [];
  for (let at = 0; at < members.length; at += lookedUp)
    behind.push(...(await tallies.behind(members.slice(at, at + lookedUp).map(({ id }) => id))));
  return behind;
};

type Compared =
  | { outcome: 'behind'; counted: Counted[] }
  | { outcome: 'same' | 'unsettled'; members: number }
  | { outcome: 'differs'; members: number; differences: number; writes: Write[] };

/**
 * Compares the counts of one place and year with what its tasks come to. Tasks that changed since they were counted come first
 * (`behind`). The sheet of the year is written by every change of a count in it, so it tells whether anything moved meanwhile: its
 * revision is read before all else and is the condition of the repair.
 */
export const compareYear = async (deps: SupervisionDeps, node: string, year: string): Promise<Compared> => {
  const { tallies } = deps;
  const guard = await tallies.sheet(node, yearSheet(`${year}-01-01`));
  const members = await tallies.membersOf(node, year);
  const counted = await behindOf(deps, members);
  if (counted.length > 0) return { outcome: 'behind', counted };
  const fresh = countAfresh(members, year);
  const stored = new Map(
    [
      ...(guard === undefined ? [] : [guard]),
      ...(await tallies.sheets(node, monthsSheet(`${year}-01-01`))),
      ...(await tallies.sheets(node, `days#${year}-`)),
    ].map((sheet) => [sheet.sk, sheet]),
  );
  const wrong = [...fresh].map(([name, counts]) => ({
    name,
    counts,
    was: stored.get(name),
    differences: differences(counts, stored.get(name)),
  }));
  const sum = wrong.reduce((all, one) => all + one.differences, 0);
  if (sum === 0) return { outcome: 'same', members: members.length };
  const still = guard === undefined ? 0 : Date.parse(guard.at);
  if (deps.clock().getTime() - still < settledMs) return { outcome: 'unsettled', members: members.length };
  return {
    outcome: 'differs',
    members: members.length,
    differences: sum,
    // The sheet of the year always, since its revision guards the others.
    writes: wrong
      .filter((one) => one.differences > 0 || one.name === guard?.sk)
      .map(({ name, counts, was }) => tallies.setting(node, name, counts, was)),
  };
};
