import { asBuffer, latin } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { type Crs, crsOfWkt, place } from '../geo/place.ts';
import { parseWkt } from '../geo/wkt.ts';
import type { Source } from '../source.ts';
import { companionName, companions } from './companions.ts';
import { codePageLabel, readTable } from './dbf.ts';
import { readShapeHeader, shapeTypes } from './header.ts';
import { checkIndex, type Index } from './index-file.ts';
import { type Records, walkRecords } from './records.ts';

type Part = { problems: Problem[]; metadata: Record<string, unknown> };

async function attributes(
  table: Source | undefined,
  page: Source | undefined,
  name: string,
  count: number,
): Promise<Part> {
  if (!table)
    return { problems: [problem('companion-missing', { name: companionName(name, 'dbf') })], metadata: {} };
  try {
    const label = page && codePageLabel(latin(await page.read(0, 64)));
    const { rows, fields, encoding, sample, problems } = await readTable(table, label);
    if (rows !== count)
      problems.push(problem('companion-disagrees', { name: table.name, what: `${rows} / ${count}` }));
    return { problems, metadata: { fields, attributeEncoding: encoding, attributeSample: sample } };
  } catch (error) {
    return { problems: [problem('unreadable', { detail: String(error) }, table.name)], metadata: {} };
  }
}

async function indexOf(
  shapes: Source,
  index: Source | undefined,
  checkTime: () => void,
): Promise<Partial<Index> & { problems: Problem[] }> {
  if (!index)
    return { problems: [problem('companion-missing', { name: companionName(shapes.name, 'shx') })] };
  try {
    return await checkIndex(shapes, index, checkTime);
  } catch (error) {
    return { problems: [problem('unreadable', { detail: String(error) }, index.name)] };
  }
}

async function crsOf(file: Source | undefined): Promise<Crs | undefined> {
  if (!file) return undefined;
  const parsed = parseWkt(asBuffer(await file.read(0, Math.min(file.size, 64 * 1024))).toString('utf8'));
  return parsed ? crsOfWkt(parsed) : { name: file.name };
}

/** Bytes behind the last indexed record are no records: that the walk stops there is only a warning. */
function settle({ stop, end }: Records, index: Partial<Index>): Problem[] {
  if (!stop) return [];
  const indexed = index.end !== undefined && index.problems?.length === 0 && end >= index.end;
  return [indexed ? problem('odd-structure', { what: `bytes after ${index.end}` }) : stop];
}

/** A shapefile with its companions: geometry, features, extent, coordinate system, attributes. */
export async function readShapefile({ source, siblings, checkTime }: Reading): Promise<Found> {
  const header = await readShapeHeader(source);
  const problems: Problem[] = [];
  if (!(header.type in shapeTypes))
    problems.push(problem('damaged-structure', { what: `shape type ${header.type}` }));
  const records = await walkRecords(source, header, checkTime);
  const find = companions(source.name, siblings);
  const index = siblings
    ? await indexOf(source, await find('shx'), checkTime)
    : { problems: [problem('companions-not-checked')] };
  problems.push(...records.problems, ...settle(records, index), ...index.problems);
  if (header.bytes > source.size && !records.stop)
    problems.push(problem('truncated', { what: source.name, expected: header.bytes, size: source.size }));

  const features = index.entries ?? records.count;
  const metadata: Record<string, unknown> = {
    geometry: shapeTypes[header.type] ?? `type ${header.type}`,
    features,
  };
  if (siblings) {
    const table = await attributes(await find('dbf'), await find('cpg'), source.name, features);
    problems.push(...table.problems);
    Object.assign(metadata, table.metadata);
  }
  const placed = await place(records.extent.box(), await crsOf(await find('prj')));
  problems.push(...placed.problems.filter(({ code }) => siblings || code !== 'crs-missing'));
  return { problems, metadata: { ...metadata, ...placed.metadata } };
}
