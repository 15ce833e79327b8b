import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { exactNumber } from '@geoarchive/domain/subsurface/same-hole.ts';
import { childTables } from '@geoarchive/domain/subsurface/tables.ts';
import {
  type AttachmentFound,
  type HeaderFound,
  type LogFound,
  type Part,
  type RowFound,
  remarkOf,
} from './part.ts';
import { texts } from './texts.ts';

/** All that was found about one hole, in the order of the files. */
export type Draft = {
  headers: HeaderFound[];
  rows: RowFound[];
  logs: LogFound[];
  attachments: AttachmentFound[];
};

/** Holes by the numbers they go by: the surest name counts first, others only where no hole has them as its own. */
const register = () => {
  const own = new Map<string, Draft>();
  const others = new Map<string, Draft>();
  const find = (names: readonly string[]): Draft | undefined => {
    const compared = names.map(exactNumber);
    for (const name of compared) {
      const draft = own.get(name) ?? others.get(name);
      if (draft !== undefined) return draft;
    }
    return undefined;
  };
  const start = (names: readonly string[]): Draft => {
    const [first = '', ...more] = names.map(exactNumber);
    const draft: Draft = own.get(first) ?? { headers: [], rows: [], logs: [], attachments: [] };
    own.set(first, draft);
    for (const name of more) if (!others.has(name)) others.set(name, draft);
    return draft;
  };
  return { own, find, start };
};

/** Rows whose hole no table of holes has, by table and hole. */
const unknownRows = () => {
  const counts = new Map<string, { row: RowFound; count: number }>();
  return {
    add(row: RowFound): void {
      const key = [row.place.file, row.place.sheet, row.kind, row.names[0]].join('\t');
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { row, count: 1 });
      else known.count += 1;
    },
    tell(tell: (remark: Remark) => void): void {
      for (const { row, count } of counts.values()) {
        const hole = row.names[0] ?? '';
        const table = childTables[row.kind].title.zh;
        tell(remarkOf(texts.unknownHole, { ...row.place, hole }, { hole, table, rows: count }));
      }
    },
  };
};

/** The number of a hole as a part of a file's name by itself: no digit or letter of its kind stands beside it. */
const inFileName = (number: string): RegExp => {
  const beside = (character: string | undefined) =>
    /\p{Script=Han}/u.test(character ?? '') ? '[\\p{L}\\p{N}]' : '[\\p{Script=Latin}\\p{N}]';
  const characters = [...number];
  const written = characters.map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join('[\\s\\-_‐-—]*');
  return new RegExp(
    `(?<!${beside(characters[0])})(?<!\\d\\.)${written}(?!${beside(characters.at(-1))})(?!\\.\\d)`,
    'u',
  );
};
/** Finds the hole whose number the name of a file has in it: the longest, and none where two are as long. */
const ownerInName = (own: ReadonlyMap<string, Draft>) => {
  const likes = [...own].flatMap(([number, draft]) =>
    number.length > 2 ? [{ length: number.length, like: inFileName(number), draft }] : [],
  );
  return (file: string): Draft | undefined => {
    const name = folderless(file).toLowerCase().normalize('NFKC');
    const found = likes.filter(({ like }) => like.test(name)).sort((a, b) => b.length - a.length);
    return found[0]?.length === found[1]?.length ? undefined : found[0]?.draft;
  };
};
const folderless = (file: string): string => file.replace(/^.*[/\\]|\.[a-z]\w*$/gi, '');

/** Gathers by hole what the files brought; what belongs to no hole is told. */
export const drafts = (parts: readonly Part[], tell: (remark: Remark) => void): Draft[] => {
  const { own, find, start } = register();
  const sure = parts.flatMap(({ headers }) => headers.filter(({ lesser }) => !lesser));
  for (const header of sure) start(header.names).headers.push(header);
  const hasTable = sure.length > 0;
  for (const { headers } of parts)
    for (const header of headers) {
      if (!header.lesser) continue;
      // Beside a table of holes the header of a row opens no hole of its own; that of a log does.
      const draft =
        find(header.names) ?? (hasTable && header.place.row !== undefined ? undefined : start(header.names));
      draft?.headers.push(header);
    }
  const unknown = unknownRows();
  const made = new Set<Draft>();
  for (const { rows } of parts)
    for (const row of rows) {
      let draft = find(row.names);
      if (draft === undefined && !hasTable) {
        draft = start(row.names);
        draft.headers.push({ place: row.place, names: row.names, values: {}, lesser: true });
        made.add(draft);
      }
      if (draft === undefined) unknown.add(row);
      else draft.rows.push(row);
    }
  unknown.tell(tell);
  for (const { headers } of made) {
    const hole = headers[0]?.names[0] ?? '';
    tell(
      remarkOf(texts.noHeader, { ...headers[0]?.place, file: headers[0]?.place.file ?? '', hole }, { hole }),
    );
  }
  const only = own.size === 1 ? [...own.values()][0] : undefined;
  const inName = ownerInName(own);
  for (const { logs, attachments } of parts) {
    for (const log of logs) (find(log.names) ?? start(log.names)).logs.push(log);
    for (const found of attachments) {
      const draft = find(found.names) ?? inName(found.place.file) ?? only;
      if (draft === undefined) tell(remarkOf(texts.noOwner, found.place));
      else draft.attachments.push(found);
    }
  }
  return [...own.values()];
};
