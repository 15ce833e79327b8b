import { type Item, parseItem, sectionKind } from '@geoarchive/formats/las/section.ts';
import { dataReader } from './data.ts';

/** A data section with the definition it goes by. */
export type Table = {
  name: string;
  definition: readonly Item[];
  columns: Float64Array[];
  notes: ReturnType<typeof dataReader>['notes'];
};
/** A table of LAS 3.0 that is no log (tops, inclinometry, core), its cells as they stand. */
export type OtherTable = { name: string; definition: readonly Item[]; rows: string[][] };
export type Content = {
  version: number;
  wrapped: boolean;
  sections: Set<string>;
  well: Item[];
  parameters: Item[];
  tables: Table[];
  others: OtherTable[];
  badLines: { line: number; text: string }[];
  /** The number that stands for no value; none is declared where `nullSaid` is false. */
  nothing: number;
  nullSaid: boolean;
};

/** Null of the writers that do not say theirs. */
const usualNull = -999.25;
const mostOtherRows = 20_000;
const flag = (items: readonly Item[], name: string): string | undefined =>
  items
    .find(({ mnemonic }) => mnemonic.toUpperCase() === name)
    ?.value.split(/\s/)[0]
    ?.toUpperCase();
const numberOf = (text: string | undefined): number => Number((text ?? '').replace(',', '.') || Number.NaN);
const labelOf = (title: string): string => /\[(\d+)\]/.exec(title)?.[1] ?? '';
const setOf = (title: string): string =>
  /^~\s*(\w+?)_(?:data|definition)/i.exec(title)?.[1]?.toLowerCase() ?? '';

/** Curves named by the title of the data section (`~A DEPTH GR`), or by number, where no section defines them. */
const undefinedCurves = (title: string, first: string): Item[] => {
  const heads = title
    .replace(/^~\s*A\S*/i, '')
    .split(/\s+/)
    .filter(Boolean);
  const width = first.trim().split(/[\s,]+/).length;
  return Array.from({ length: width }, (_, at) => ({
    mnemonic: heads.length === width ? (heads[at] ?? '') : at === 0 ? 'DEPT' : `C${at + 1}`,
    unit: '',
    value: '',
    description: '',
  }));
};

/** Reads the lines of a LAS file (CWLS LAS 1.2, 2.0, 3.0). Every log of it is kept as columns of numbers, so memory grows with those. */
export const readContent = async (lines: AsyncIterable<string>): Promise<Content> => {
  const content: Content = {
    version: 2,
    wrapped: false,
    sections: new Set(),
    well: [],
    parameters: [],
    tables: [],
    others: [],
    badLines: [],
    nothing: usualNull,
    nullSaid: false,
  };
  const versions: Item[] = [];
  const definitions = new Map<string, Item[]>();
  const otherDefinitions = new Map<string, Item[]>();
  let definition: Item[] = [];
  let title = '';
  let kind = 'other';
  let reader: ReturnType<typeof dataReader> | undefined;
  let current: Item[] = [];
  let other: OtherTable | undefined;
  let line = 0;

  const close = (): void => {
    if (reader === undefined) return;
    const columns = reader.end(line);
    content.tables.push({ name: labelOf(title), definition: current, columns, notes: reader.notes });
    reader = undefined;
  };
  const open = (text: string): void => {
    close();
    title = text;
    kind = sectionKind(text, content.version);
    content.sections.add(kind);
    if (kind === 'curve') {
      definition = [];
      definitions.set(labelOf(text), definition);
    } else if (kind === 'other-definition') otherDefinitions.set(setOf(text) + labelOf(text), []);
    else if (kind === 'other-data') {
      const name = setOf(text);
      other = { name, definition: otherDefinitions.get(name + labelOf(text)) ?? [], rows: [] };
      content.others.push(other);
    }
  };
  const begin = (text: string): ReturnType<typeof dataReader> => {
    current = definitions.get(labelOf(title)) ?? definition;
    if (current.length === 0) current = undefinedCurves(title, text);
    const declared = numberOf(flag(content.well, 'NULL'));
    content.nullSaid = !Number.isNaN(declared);
    if (content.nullSaid) content.nothing = declared;
    const delimiter = flag(versions, 'DLM')?.replace(/^(SPACE|NONE)$/, '') || undefined;
    return dataReader({
      width: current.length,
      wrapped: content.wrapped,
      delimiter,
      nothing: content.nothing,
    });
  };
  const item = (text: string): void => {
    const read = parseItem(text);
    if (read === undefined) {
      if (content.badLines.length < 20) content.badLines.push({ line, text: text.trim().slice(0, 80) });
    } else if (kind === 'version') {
      versions.push(read);
      content.version = Number.parseFloat(flag(versions, 'VERS') ?? '') || 2;
      content.wrapped = flag(versions, 'WRAP') === 'YES';
    } else if (kind === 'well') content.well.push(read);
    else if (kind === 'curve') definition.push(read);
    else if (kind === 'parameter') content.parameters.push(read);
    else if (kind === 'other-definition') otherDefinitions.get(setOf(title) + labelOf(title))?.push(read);
  };

  for await (const raw of lines) {
    line++;
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    const start = text.trimStart();
    if (start === '' || start.startsWith('#')) continue;
    if (start.startsWith('~')) open(start.trimEnd());
    else if (kind === 'data') {
      reader ??= begin(text);
      reader.add(text, line);
    } else if (kind === 'other-data') {
      if (other !== undefined && other.rows.length < mostOtherRows)
        other.rows.push(
          start
            .trim()
            .split(/\s*,\s*|\t/)
            .map((cell) => cell.replace(/^"|"$/g, '')),
        );
    } else if (kind !== 'other') item(text);
  }
  close();
  return content;
};
