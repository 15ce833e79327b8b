import { splitRow } from '@geoarchive/formats/csv/split.ts';

/** A row of data of a group, by its headings without the group's name (`GEOL_TOP` is `TOP`), with the units of the columns. */
export type AgsRow = {
  group: string;
  line: number;
  /** The text under the first of these headings that has one. */
  text: (...headings: string[]) => string;
  unit: (heading: string) => string;
};

type Group = { name: string; headings: string[]; units: string[] };
const bare = (group: string, heading: string): string => {
  const name = heading.replace(/^\*\??/, '').trim();
  return name.startsWith(`${group}_`) ? name.slice(group.length + 1) : name;
};
const rowOf = ({ name, headings, units }: Group, cells: readonly string[], line: number): AgsRow => {
  const at = (heading: string) => headings.indexOf(heading);
  return {
    group: name,
    line,
    text: (...wanted) =>
      wanted.map((heading) => cells[at(heading)]?.trim() ?? '').find((text) => text !== '') ?? '',
    unit: (heading) => units[at(heading)] ?? '',
  };
};

/** AGS 4: each line says by its first cell what it is (rule 3). */
async function* rows4(lines: AsyncIterable<string>): AsyncGenerator<AgsRow> {
  let group: Group | undefined;
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    const [mark = '', ...cells] = splitRow(text.replace(/^\uFEFF/, '').trim(), ',');
    if (mark === 'GROUP') group = { name: (cells[0] ?? '').trim(), headings: [], units: [] };
    else if (group === undefined) continue;
    else if (mark === 'HEADING') {
      const { name } = group;
      group.headings = cells.map((heading) => bare(name, heading));
    } else if (mark === 'UNIT') group.units = cells;
    else if (mark === 'DATA') yield rowOf(group, cells, line);
  }
}

/** AGS 3: groups begin with `**`, headings with `*` on as many lines as they need, and `<CONT>` goes on with the row before. */
async function* rows3(lines: AsyncIterable<string>): AsyncGenerator<AgsRow> {
  let group: Group | undefined;
  let pending: { cells: string[]; line: number } | undefined;
  let line = 0;
  const flush = function* (): Generator<AgsRow> {
    if (group !== undefined && pending !== undefined) yield rowOf(group, pending.cells, pending.line);
    pending = undefined;
  };
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    const cells = splitRow(text.trim().replace(/,$/, ''), ',');
    const [first = ''] = cells;
    if (first.startsWith('**')) {
      yield* flush();
      group = { name: first.replace(/^\*+\??/, '').trim(), headings: [], units: [] };
    } else if (group === undefined) continue;
    else if (first.startsWith('*')) {
      const { name } = group;
      group.headings.push(...cells.map((heading) => bare(name, heading)));
    } else if (first === '<UNITS>') group.units = ['', ...cells.slice(1)];
    else if (first === '<CONT>' && pending !== undefined)
      for (const [at, cell] of cells.entries()) {
        if (at > 0 && cell !== '') pending.cells[at] = `${pending.cells[at] ?? ''}${cell}`;
      }
    else {
      yield* flush();
      pending = { cells, line };
    }
  }
  yield* flush();
}

export const agsRows = (lines: AsyncIterable<string>, edition: 3 | 4): AsyncGenerator<AgsRow> =>
  edition === 4 ? rows4(lines) : rows3(lines);
