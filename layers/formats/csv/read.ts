import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { Extent } from '../geo/extent.ts';
import { decode, encodingName, guessEncoding } from '../text/encoding.ts';
import { textLines } from '../text/stream.ts';
import { findDialect } from './dialect.ts';
import { boreholeTable, columnRoles } from './roles.ts';
import { tableRows } from './rows.ts';

const LIMIT = 256 * 1024 * 1024;
/** Places of ragged rows that are named; the rest is only counted. */
const NAMED = 20;

const isNumber = (cell: string) => cell.trim() !== '' && Number.isFinite(Number(cell));

/** Delimited table: encoding, delimiter, columns, rows, ragged rows; borehole tables with their extent. */
export async function readCsv({ source, checkTime }: Reading): Promise<Found> {
  const head = await source.read(0, Math.min(source.size, 64 * 1024));
  const cut = source.size > head.length;
  const guess = guessEncoding(head, cut);
  const delimiter = findDialect(decode(head, guess), cut)?.delimiter ?? ',';
  const problems: Problem[] = [];
  if (!guess.sure) problems.push(problem('encoding-doubtful', { encoding: encodingName(guess.encoding) }));

  let columns: string[] | undefined;
  let roles: ReturnType<typeof columnRoles> = {};
  const ragged: number[] = [];
  const holes = new Set<string>();
  const extent = new Extent();
  let raggedCount = 0;
  let rows = 0;
  let strange = false;
  for await (const row of tableRows(textLines(source, guess, LIMIT), delimiter)) {
    if ('unclosed' in row) {
      problems.push(problem('unclosed-quote', {}, `line ${row.unclosed}`));
      continue;
    }
    const { cells } = row;
    if (cells.length === 1 && cells[0]?.trim() === '') continue;
    if (!columns) {
      const named = !cells.every(isNumber);
      columns = named ? cells.map((cell) => cell.trim()) : cells.map((_, index) => `#${index + 1}`);
      roles = columnRoles(columns);
      if (named) continue;
    }
    rows++;
    if (rows % 10_000 === 0) checkTime();
    if (!strange && cells.some((cell) => cell.includes('\uFFFD'))) {
      strange = true;
      problems.push(
        problem('bad-characters', { encoding: encodingName(guess.encoding) }, `line ${row.line}`),
      );
    }
    if (cells.length !== columns.length) {
      raggedCount++;
      if (ragged.length < NAMED) ragged.push(row.line);
    }
    if (roles.hole !== undefined && holes.size < 1_000_000) holes.add(cells[roles.hole]?.trim() ?? '');
    const x = cells[roles.longitude ?? roles.x ?? -1];
    const y = cells[roles.latitude ?? roles.y ?? -1];
    if (x !== undefined && y !== undefined && isNumber(x) && isNumber(y)) extent.add(Number(x), Number(y));
  }

  const names = columns ?? [];
  if (raggedCount > 0)
    problems.push(
      problem('ragged-rows', { count: raggedCount, expected: names.length }, `line ${ragged.join(', ')}`),
    );
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) problems.push(problem('duplicate-column', { name: twice }));
  if (rows === 0) problems.push(problem('no-data'));
  if (source.size > LIMIT) problems.push(problem('read-in-part', { bytes: LIMIT }));

  const metadata: Record<string, unknown> = {
    encoding: encodingName(guess.encoding),
    delimiter: delimiter === '\t' ? 'tab' : delimiter,
    columns: names.slice(0, 500),
    columnCount: names.length,
    rows,
  };
  const table = boreholeTable(roles);
  if (table) {
    metadata['boreholeTable'] = table;
    metadata['boreholes'] = holes.size;
    metadata['roles'] = Object.fromEntries(Object.entries(roles).map(([role, at]) => [role, names[at]]));
  }
  const box = extent.box();
  if (box && roles.longitude !== undefined && roles.latitude !== undefined) {
    if (extent.inDegrees()) Object.assign(metadata, { bbox: box, crs: 'EPSG:4326', crsAssumed: true });
    else problems.push(problem('coordinates-out-of-range', { bbox: box.join(', ') }));
  } else if (box) metadata['projectedBbox'] = box;
  return { problems, metadata };
}
