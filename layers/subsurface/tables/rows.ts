import { type Cell, isBlank, type RawRow, shownText } from '@geoarchive/domain/sheets/cell.ts';
import type { Epoch } from '@geoarchive/domain/sheets/day.ts';
import { readCell } from '@geoarchive/domain/sheets/read-cell.ts';
import { isExample } from '@geoarchive/domain/sheets/row.ts';
import { holeTypes } from '@geoarchive/domain/subsurface/codes.ts';
import { isDepth, metresPerFoot } from '@geoarchive/domain/subsurface/feet.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { FilePlace } from '@geoarchive/domain/subsurface/remark.ts';
import { type Part, type remarkList, remarkOf } from '../part.ts';
import { texts } from '../texts.ts';
import { isNumber, readMarked, readMeasured } from './cells.ts';
import { turnDips } from './dips.ts';
import type { Found, Match } from './match.ts';
import { withPlace } from './place-columns.ts';
import { assayOf } from './side-by-side.ts';
import { isLength, unitFactor } from './units.ts';

type Values = Record<string, string | number | boolean>;
type Given = { match: Match; beside: Match | undefined; place: FilePlace; epoch: Epoch };

/** Words for “nothing” in tables of other programs. */
const nothing = /^(null|n\/?a|nan|none|-{1,3}|—|—{2}|无|\?|#n\/a)$/i;
const isNothing = (cell: Cell | undefined): boolean =>
  isBlank(cell) || (typeof cell === 'string' && nothing.test(cell.trim()));
/** A line of column formats, as tables of the USGS have below their headings (`5s  15s  8n`). */
const isFormats = (cells: readonly Cell[]): boolean =>
  cells.length > 1 && cells.every((cell) => isBlank(cell) || /^\d+[snd]$/.test(shownText(cell).trim()));
/** Fields that only tables of wells have. */
const wellKeys = new Set([
  'wellClass',
  'wellShape',
  'kellyBushing',
  'basin',
  'block',
  'completedOn',
  'trueDepth',
]);
const depths = new Set(['depth', 'from', 'to', 'top', 'finalDepth', 'designDepth', 'trueDepth']);
/** What closes a hole: a cell of these that is not understood is an error in any table, or the hole would come in as more open than it is. */
const closing = new Set(['secrecy', 'protectedUntil']);
const inFeet = /^(ft|feet|foot|英尺)\.?$/i;
/** Whether a heading says in which length its depths are. */
const lengthSaid = ({ column, unit }: Found): boolean =>
  unit !== '' && isLength(unit) && unitFactor(column, unit) !== undefined;

/** Reads the rows of a matched table into a part; call `end` behind the last one. */
export const rowReader = (
  part: Part,
  { match, beside, place, epoch }: Given,
  tell: ReturnType<typeof remarkList>,
) => {
  const { spec, elements, names } = match;
  const feet = match.columns.some(({ unit, column }) => inFeet.test(unit) && depths.has(column.key));
  const typed = match.columns.find(({ column }) => column.key === 'holeType');
  const type = match.columns.some(({ column }) => wellKeys.has(column.key)) ? 'oil-gas' : 'geological';
  const besideDone = new Set<string>();
  // Depths of a table in feet become metres all together, later: one that says metres there is turned into feet for it.
  const factorOf = ({ column, unit: said }: Found): number | undefined => {
    if (!feet || !isDepth(column.key)) return unitFactor(column, said);
    const factor = unitFactor(column, said === '' ? 'ft' : said);
    return factor === undefined ? undefined : factor / metresPerFoot;
  };
  const factors = new Map(match.columns.map((found) => [found.column, factorOf(found)]));
  const inMetres = match.columns.some((found) => depths.has(found.column.key) && lengthSaid(found));
  const unit = feet ? { unit: 'ft' as const } : inMetres ? { unit: 'm' as const } : {};
  const firstRow = part.rows.length;
  const firstHeader = part.headers.length;
  let count = 0;
  let before = '';

  // Beside the surest column of a row, `id` or `Index` may number anything: only headers have several names.
  const named = spec.kind === 'header' ? names : names.slice(0, 1);
  const namesOf = (cells: readonly Cell[]): string[] =>
    named.flatMap((at) => (isNothing(cells[at]) ? [] : [shownText(cells[at]).trim()]));

  /** The values of a row's cells; what cannot be read is told and left out. */
  const valuesOf = (columns: readonly Found[], cells: readonly Cell[], row: number, hole: string): Values => {
    const values: Values = {};
    for (const { column, at, heading } of columns) {
      const cell = cells[at];
      if (isNothing(cell)) continue;
      const factor = factors.has(column) ? factors.get(column) : 1;
      if (factor === undefined) {
        tell(remarkOf(texts.unitLeft, { ...place, row, column: heading, hole }, { column: heading }));
        continue;
      }
      const measured = factor !== 1 || (!match.exact && isNumber(column));
      const read = measured ? readMeasured(column, cell, factor) : readMarked(column, cell, epoch);
      if (read === undefined) continue;
      if (read === 'no-data')
        tell(remarkOf(texts.noData, { ...place, row, column: heading, hole }, { value: shownText(cell) }));
      else if ('value' in read) values[column.key] = read.value;
      else
        tell({
          severity: match.exact || closing.has(column.key) ? 'error' : 'warning',
          code: read.problem.code,
          ...place,
          row,
          column: heading,
          hole,
          message: read.problem.message,
          remedy: read.problem.remedy,
        });
    }
    return values;
  };

  const header = (
    of: Match,
    cells: readonly Cell[],
    row: number,
    hole: readonly string[],
    lesser: boolean,
  ): void => {
    const values = withPlace(valuesOf(of.columns, cells, row, hole[0] ?? ''));
    if (typed && match.exact && values['holeType'] === undefined && !lesser)
      tell(
        remarkOf(
          texts.required,
          { ...place, row, column: typed.heading, hole: hole[0] ?? '' },
          { column: typed.heading },
        ),
      );
    const given: Partial<HoleHeader> = {
      ...(typed && match.exact ? {} : { holeType: type }),
      ...values,
      hole: hole[0] ?? '',
    };
    part.headers.push({
      place: { ...place, row },
      names: hole,
      values: given,
      ...(lesser ? { lesser } : {}),
      ...(feet ? { feet } : {}),
    });
  };

  const sideBySide = (values: Values, cells: readonly Cell[], row: number, hole: readonly string[]): void => {
    const sample = String(values['sample'] ?? `${values['from']}-${values['to']}`);
    part.rows.push({
      kind: 'samples',
      place: { ...place, row },
      names: hole,
      values: { ...values, sample },
      ...unit,
    });
    for (const { at, element, unit } of elements) {
      const cell = cells[at];
      if (isNothing(cell)) continue;
      const read = assayOf(shownText(cell));
      if (read === 'no-data' || read === undefined) {
        const where = { ...place, row, column: element, hole: hole[0] ?? '' };
        const said = read === undefined ? texts.noContent : texts.noData;
        tell(remarkOf(said, where, { value: shownText(cell) }));
        continue;
      }
      const values = { sample, element, ...read, ...(unit === '' ? {} : { unit }) };
      part.rows.push({ kind: 'assays', place: { ...place, row }, names: hole, values });
    }
  };

  const child = (cells: readonly Cell[], row: number, hole: readonly string[]): void => {
    if (spec.kind === 'header') return;
    const values = valuesOf(match.columns, cells, row, hole[0] ?? '');
    delete values['hole'];
    const missing = spec.needs.find((key) => key !== 'hole' && values[key] === undefined);
    if (missing !== undefined) {
      const column = spec.columns.find(({ key }) => key === missing)?.label.zh ?? missing;
      const text = match.exact ? texts.required : texts.noNumber;
      tell(remarkOf(text, { ...place, row, column, hole: hole[0] ?? '' }, { column }));
      return;
    }
    if (spec.kind === 'samples' && elements.length > 0) sideBySide(values, cells, row, hole);
    else part.rows.push({ kind: spec.kind, place: { ...place, row }, names: hole, values, ...unit });
  };

  return {
    add({ row, cells }: RawRow): void {
      if (match.columns.every(({ at }) => isBlank(cells[at])) || isFormats(cells)) return;
      const hole = namesOf(cells);
      if (isExampleRow(match, cells, epoch)) return;
      count += 1;
      if (hole.length === 0) {
        // The row may well be one of the hole above it, which then is not whole.
        tell(remarkOf(texts.noHole, { ...place, row, ...(before === '' ? {} : { hole: before }) }));
        return;
      }
      before = hole[0] ?? '';
      if (spec.kind === 'header') header(match, cells, row, hole, false);
      else {
        child(cells, row, hole);
        if (beside !== undefined && !besideDone.has(hole[0] ?? '')) {
          besideDone.add(hole[0] ?? '');
          header(beside, cells, row, hole, true);
        }
      }
    },
    end(): void {
      if (spec.kind === 'header' && !(typed && match.exact) && count > 0)
        tell(remarkOf(texts.typeTaken, place, { type: holeTypes[type].zh }));
      if (feet) tell(remarkOf(texts.feetHeaded, place));
      const dips = match.exact ? 'as-is' : turnDips(part, firstRow, firstHeader);
      if (dips !== 'as-is') tell(remarkOf(dips === 'turned' ? texts.dipsDown : texts.dipsMixed, place));
      if (count === 0) tell(remarkOf(texts.noRows, place));
      const known = new Set([
        ...elements.map(({ at }) => at),
        ...(beside?.columns.map(({ at }) => at) ?? []),
      ]);
      const left = match.unknown.filter(({ at }) => !known.has(at)).map(({ heading }) => heading);
      if (left.length > 0)
        tell(
          remarkOf(texts.columnsLeft, place, {
            columns: left.slice(0, 30).join(', ') + (left.length > 30 ? ' …' : ''),
          }),
        );
    },
  };
};

/** Whether a row still says just what the template showed. */
const isExampleRow = ({ spec, columns, names }: Match, cells: readonly Cell[], epoch: Epoch): boolean => {
  const hole = shownText(cells[names[0] ?? -1]).trim();
  if (!spec.sheet.examples.some((example) => example['hole'] === hole)) return false;
  const values: Values = {};
  for (const { column, at } of columns) {
    const read = readCell(column, cells[at], epoch);
    if (read !== undefined && 'value' in read) values[column.key] = read.value;
  }
  return isExample(spec.sheet, values);
};
