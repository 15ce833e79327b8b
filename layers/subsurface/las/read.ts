import type { Log } from '@geoarchive/domain/subsurface/hole.ts';
import type { Item } from '@geoarchive/formats/las/section.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { guessEncoding } from '@geoarchive/formats/text/encoding.ts';
import { textLines } from '@geoarchive/formats/text/stream.ts';
import { sha256Of } from '../digest.ts';
import { distinctNames, type LogColumn, makeLogs } from '../logs/make-log.ts';
import { metresIn } from '../logs/units.ts';
import { emptyPart, type Part, remarkList, remarkOf, type Said } from '../part.ts';
import { texts } from '../texts.ts';
import { type Content, readContent, type Table } from './content.ts';
import { headerOf } from './header.ts';
import { otherRows } from './others.ts';
import { lasTexts } from './texts.ts';

const megabyte = 1024 * 1024;
const most = 512 * megabyte;
const mostCurves = 499;
type Say = (said: Said, values?: Readonly<Record<string, string | number>>, depth?: number) => void;

const timeIndex = /^(time|tim|etim|date|dt|tdep_time)$/i;
const timeUnit = /^(s|sec|ms|msec|min|h|hr|hrs?|d|days?|us|datetime|date|dd|mm|yyyy.*)$/i;
const depthName = /^(dept|depth|md|tvd|tdep|dep|deph|index|bdep)/i;

const wellNumber = ({ well }: Content, name: string): number => {
  const item = well.find(({ mnemonic }) => mnemonic.toUpperCase() === name);
  return Number((item?.value ?? '').replace(',', '.') || Number.NaN);
};

/** Metres in the unit of the index, or undefined where it is no depth; says what was assumed. */
const indexFactor = (
  content: Content,
  index: Item,
  say: Say,
): { factor: number; unit: string } | undefined => {
  const start = content.well.find(({ mnemonic }) => mnemonic.toUpperCase() === 'STRT');
  const unit = (index.unit || start?.unit || '').trim().slice(0, 60);
  const factor = metresIn(unit);
  if (factor !== undefined) {
    if (factor !== 1) say(lasTexts.feet, { unit });
    return { factor, unit };
  }
  const named = depthName.test(index.mnemonic);
  if (timeIndex.test(index.mnemonic) || (timeUnit.test(unit) && !named)) {
    say(lasTexts.time, { index: index.mnemonic, unit });
    return undefined;
  }
  say(lasTexts.unit, { unit });
  return { factor: 1, unit };
};

/** Says where the depths turn round; going up from the bottom is as good as going down. */
const checkOrder = (depths: Float64Array, say: Say): void => {
  let way = 0;
  for (let at = 1; at < depths.length; at++) {
    const step = Math.sign((depths[at] ?? 0) - (depths[at - 1] ?? 0));
    if (Number.isNaN(step)) continue;
    if (way === 0) way = step;
    else if (step !== way) {
      const depth = depths[at] ?? 0;
      say(lasTexts.order, { depth: Math.round(depth * 1000) / 1000 }, depth);
      return;
    }
  }
};

const checkRange = (content: Content, depths: Float64Array, say: Say): void => {
  const step = Math.abs(wellNumber(content, 'STEP'));
  const stop = wellNumber(content, 'STOP');
  const near = Math.max((Number.isNaN(step) ? 0 : step) * 1.01, Math.abs(stop || 0) * 1e-4, 0.01);
  const compare = (name: string, said: number, found: number | undefined) => {
    if (found !== undefined && Math.abs(said - found) > near) say(lasTexts.range, { name, said, found });
  };
  compare('STRT', wellNumber(content, 'STRT'), depths[0]);
  compare('STOP', stop, depths.at(-1));
};

const sayNotes = ({ notes, definition }: Table, say: Say): void => {
  if (notes.decimalComma) say(lasTexts.comma);
  if (notes.undeclaredDelimiter) say(lasTexts.delimiter);
  if (notes.runOn > 0) say(lasTexts.runOn, { count: notes.runOn });
  if (notes.ragged > 0)
    say(lasTexts.ragged, { count: notes.ragged, width: definition.length, line: notes.firstRagged });
  for (const [at, { count, first, line }] of notes.words)
    say(lasTexts.words, { curve: definition[at]?.mnemonic ?? at + 1, count, first, line });
};

const saySections = ({ sections, badLines, tables, version, nullSaid }: Content, say: Say): void => {
  const wanted = [
    ['version', '~V'],
    ['well', '~W'],
    ['curve', '~C'],
  ] as const;
  const missing = wanted.filter(([kind]) => !sections.has(kind)).map(([, name]) => name);
  if (missing.length > 0 && !(version >= 3 && tables.length === 0))
    say(lasTexts.sections, { names: missing.join(', ') });
  for (const { line, text } of badLines) say(lasTexts.badLine, { line, text });
  if (!nullSaid && tables.length > 0) say(lasTexts.noNull);
};

const parametersOf = ({ well, parameters }: Content): Log['parameters'] =>
  [...well, ...parameters].slice(0, 2000).map(({ mnemonic, unit, value, description }) => ({
    mnemonic: mnemonic.slice(0, 100),
    unit: unit.slice(0, 60),
    value: value.slice(0, 1000),
    description: description.slice(0, 1000),
  }));

/** The columns of a table as a log keeps them: depths in metres, names made different. */
const columnsOf = (
  content: Content,
  table: Table,
  say: Say,
): { columns: LogColumn[]; unit: string } | undefined => {
  const [index] = table.definition;
  if (index === undefined || table.notes.rows === 0) {
    say(lasTexts.noData);
    return undefined;
  }
  sayNotes(table, say);
  const by = indexFactor(content, index, say);
  if (by === undefined) return undefined;
  const width = table.definition.length;
  if (width - 1 > mostCurves) say(lasTexts.many, { count: width - 1, most: mostCurves });
  const given = table.definition.slice(0, mostCurves + 1).map(
    (item, at): LogColumn => ({
      mnemonic: (item.mnemonic || `C${at + 1}`).slice(0, 90),
      unit: item.unit.slice(0, 60),
      description: item.description.slice(0, 500),
      values: table.columns[at] ?? new Float64Array(0),
    }),
  );
  const { columns, renamed } = distinctNames(given);
  if (renamed.length > 0) say(lasTexts.names, { names: renamed.join(', ') });
  const [depths, ...others] = columns;
  if (depths === undefined) return undefined;
  checkRange(content, depths.values, say);
  const metres = by.factor === 1 ? depths.values : depths.values.map((depth) => depth * by.factor);
  checkOrder(metres, say);
  return { unit: by.unit, columns: [{ ...depths, unit: 'm', values: metres }, ...others] };
};

/** A log of LAS 1.2, 2.0 or 3.0: its curves, what its head says of the hole, and what had to be repaired. */
export const readLas = async (source: Source): Promise<Part> => {
  const part = emptyPart(source.name, 'las');
  const tell = remarkList(part.remarks, part.wrong);
  const say: Say = (said, values, depth) =>
    tell(remarkOf(said, { file: source.name, ...(depth === undefined ? {} : { depth }) }, values));
  const head = await source.read(0, Math.min(source.size, 256 * 1024));
  const content = await readContent(textLines(source, guessEncoding(head, source.size > head.length), most));
  part.format = `LAS ${content.version.toFixed(1)}`;
  if (source.size > most) say(lasTexts.part, { most: most / megabyte });
  saySections(content, say);
  const { names, values } = headerOf(content);
  if (names.length === 0) {
    const name = source.name.replace(/^.*[/\\]|\.\w+$/g, '').slice(0, 60);
    names.push(name);
    say(texts.nameFromFile, { name });
  }
  const rows = otherRows(content, say);
  if (content.tables.length === 0 && rows.length === 0) {
    say(lasTexts.noData);
    return part;
  }
  const bytes = new Uint8Array(await source.read(0, Math.min(source.size, most)));
  const id = await sha256Of(bytes);
  const place = { file: source.name };
  for (const [at, table] of content.tables.entries()) {
    const found = columnsOf(content, table, say);
    if (found === undefined) continue;
    const logs = await makeLogs(
      {
        id: content.tables.length === 1 ? id : `${id}-${at + 1}`,
        file: source.name.replace(/^.*[/\\]/, '').slice(-255),
        format: part.format,
        indexUnit: found.unit,
        columns: found.columns,
        parameters: parametersOf(content),
      },
      part.curves,
    );
    part.logs.push(...logs.map((log) => ({ place, names, log })));
  }
  part.rows.push(
    ...rows.map(({ kind, values: row }) => ({ kind, place, names, values: row, unit: 'metres' as const })),
  );
  if (part.logs.length + part.rows.length > 0) part.headers.push({ place, names, values, lesser: true });
  return part;
};
