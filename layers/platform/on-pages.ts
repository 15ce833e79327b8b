import { limits } from '@geoarchive/domain/limits.ts';

type Numbered = { no: number };
type Page<T> = { no: number; files: readonly T[] };
/** A number that is still looked for, and the pages it can be on. */
type Open = { no: number; low: number; high: number; page: number };

const halve = (no: number, low: number, high: number): Open[] =>
  low > high ? [] : [{ no, low, high, page: Math.floor((low + high) / 2) }];

/** Where to look next for a number that is not on this page; nowhere when it would have to be here. */
const next = ({ no, low, high, page }: Open, files: readonly Numbered[]): Open[] => {
  const [first] = files;
  const last = files.at(-1);
  if (first === undefined || last === undefined || no < first.no) return halve(no, low, page - 1);
  return no > last.no ? halve(no, page + 1, high) : [];
};

/**
 * Finds files by number on pages that were filled in order of number. A number whose file a submitter took out leaves
 * a gap, so a file stands on the page its number says or on an earlier one, never on a later. `count` is how many
 * files there are on all pages.
 */
export const onPages = async <T extends Numbered>(
  numbers: readonly number[],
  count: number,
  read: (pages: number[]) => Promise<Page<T>[]>,
): Promise<T[]> => {
  const found: T[] = [];
  const known = new Map<number, readonly T[]>();
  let open = [...new Set(numbers)].flatMap((no): Open[] => {
    const page = Math.ceil(Math.min(no, count) / limits.filesPerPage);
    return page < 1 ? [] : [{ no, low: 1, high: page, page }];
  });
  while (open.length > 0) {
    const unread = [...new Set(open.map(({ page }) => page))].filter((page) => !known.has(page));
    for (const page of unread) known.set(page, []);
    for (const { no, files } of await read(unread)) known.set(no, files);
    open = open.flatMap((one) => {
      const files = known.get(one.page) ?? [];
      const hit = files.find(({ no }) => no === one.no);
      if (hit === undefined) return next(one, files);
      found.push(hit);
      return [];
    });
  }
  return found;
};
