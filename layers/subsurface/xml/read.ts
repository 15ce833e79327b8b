import { isDay } from '@geoarchive/domain/dates.ts';
import { crsOfText } from '@geoarchive/domain/geo/crs-text.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { Source } from '@geoarchive/formats/source.ts';
import { metresIn } from '../logs/units.ts';
import { emptyPart, type Part, remarkList, remarkOf } from '../part.ts';
import { formatSaid as said, texts } from '../texts.ts';
import { attributeOf, below, type Element, firstBelow, readTree, wordsIn } from './tree.ts';

const xmlTexts = {
  none: said(
    'error',
    'xml-no-hole',
    'XML 中没有钻孔（Borehole）元素。',
    'The XML has no element Borehole.',
    '支持 GeoSciML、BoreholeML、XMML 的钻孔。',
    'Boreholes of GeoSciML, BoreholeML and XMML are read.',
  ),
  layer: said(
    'warning',
    'xml-layer-left',
    '有 {count} 个分层没有起止深度，未读取。',
    '{count} intervals have no depths and were left out.',
    '补充深度后重新导入。',
    'Give them depths and read again.',
  ),
} as const;
const boreholes = new Set(['Borehole', 'BoreholeView', 'WaterWell', 'GW_Well']);
const intervals = new Set([
  'MappedInterval',
  'GInterval',
  'Interval',
  'BoreholeInterval',
  'GeologyLogCoverage',
]);

/** A quantity in metres: its number as text, in `value` or in a list, and its unit as attribute or element. */
const metres = (element: Element | undefined): number | undefined => {
  if (element === undefined) return undefined;
  const text = wordsIn(firstBelow(element, 'value')) || wordsIn(element);
  const number = Number.parseFloat(text);
  if (!Number.isFinite(number)) return undefined;
  const holder = firstBelow(element, 'uom');
  const unit = (holder && attributeOf(holder, 'code')) ?? attributeOf(element, 'uom') ?? 'm';
  return Math.round(number * (metresIn(unit.replace(/^.*[#/:]/, '')) ?? 1) * 10_000) / 10_000;
};

/** Place of a hole: in degrees by the long names of a system latitude stands first (OGC 09-048r5). */
const placeIn = (hole: Element): Partial<HoleHeader> => {
  const point =
    below(hole, new Set(['Point'])).find((one) => firstBelow(one, 'pos', 'coordinates') !== undefined) ??
    hole;
  const numbers = wordsIn(firstBelow(point, 'pos', 'coordinates'))
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(Number);
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || numbers.some((number) => !Number.isFinite(number)))
    return {};
  const system =
    attributeOf(point, 'srsName') ?? attributeOf(firstBelow(point, 'pos') ?? point, 'srsName') ?? '';
  const code = /EPSG\D{0,3}(?:[\d.]+\/|:)?\D{0,1}(\d{4,5})$/i.exec(system)?.[1];
  const crs = (code === undefined ? system : `EPSG:${code}`).slice(0, 100);
  const turned = /^(urn:|https?:)/i.test(system) && crsOfText(crs)?.kind === 'geographic';
  const [x, y] = turned ? [second, first] : [first, second];
  return { x, y, ...(crs === '' ? {} : { crs }), ...(third === undefined ? {} : { elevation: third }) };
};

const numberOf = (hole: Element): string => {
  const own = (name: string) => wordsIn(hole.children.find((child) => child.name === name));
  return (
    own('id') ||
    own('identifier') ||
    own('name') ||
    own('fullName') ||
    own('shortName') ||
    attributeOf(hole, 'id') ||
    ''
  ).slice(0, 60);
};

const headerIn = (hole: Element): Partial<HoleHeader> => {
  const day = wordsIn(firstBelow(hole, 'dateOfDrilling', 'drillingDate', 'drillEndDate')).slice(0, 10);
  const finalDepth = metres(firstBelow(hole, 'boreholeLength', 'totalLength', 'length'));
  const elevation = metres(firstBelow(hole, 'elevation'));
  const contractor = wordsIn(firstBelow(hole, 'driller', 'drillingCompany')).slice(0, 200);
  const custodian = wordsIn(firstBelow(hole, 'dataCustodian')).slice(0, 200);
  const coreKeeper = wordsIn(firstBelow(hole, 'boreholeMaterialCustodian')).slice(0, 200);
  return {
    ...placeIn(hole),
    holeType: hole.name.includes('Well') ? 'hydrogeological' : 'geological',
    ...(finalDepth === undefined || finalDepth <= 0 ? {} : { finalDepth }),
    ...(elevation === undefined ? {} : { elevation }),
    ...(isDay(day) ? { finishedOn: day } : {}),
    ...(contractor === '' ? {} : { contractor }),
    ...(custodian === '' ? {} : { custodian }),
    ...(coreKeeper === '' ? {} : { coreKeeper }),
  };
};

/** Depths of an interval: its two ends as quantities, else those of the line that is its shape. */
const depthsOf = (interval: Element): [number, number] | undefined => {
  const from = metres(
    firstBelow(interval, 'mappedIntervalBegin', 'intervalBegin', 'from', 'beginPos', 'topDepth', 'fromDepth'),
  );
  const to = metres(
    firstBelow(interval, 'mappedIntervalEnd', 'intervalEnd', 'to', 'endPos', 'baseDepth', 'toDepth'),
  );
  if (from !== undefined && to !== undefined) return [from, to];
  const [first, second] = wordsIn(firstBelow(interval, 'posList')).split(/\s+/).map(Number);
  return first !== undefined && second !== undefined && second > first ? [first, second] : undefined;
};

/** The list of rocks beside the list of intervals, as XMML has them. */
const rockList = (hole: Element, count: number): string[] => {
  const list = below(hole, new Set(['categoryList'])).find((one) =>
    /lithology/i.test(attributeOf(one, 'property') ?? ''),
  );
  const rocks = wordsIn(list).split(' ').filter(Boolean);
  return rocks.length === count ? rocks : [];
};

const short = (element: Element | undefined, most: number): string => {
  const words = wordsIn(element) || (element && attributeOf(element, 'title')) || '';
  return words.slice(0, most);
};

/** Boreholes in XML: GeoSciML 3 and 4, BoreholeML, XMML, by the usual elements. */
export const readXml = async (source: Source): Promise<Part> => {
  const part = emptyPart(source.name, 'XML');
  const tell = remarkList(part.remarks, part.wrong);
  const place = { file: source.name };
  const holes = below(await readTree(source), boreholes);
  if (holes.length === 0) tell(remarkOf(xmlTexts.none, place));
  for (const hole of holes) {
    const number = numberOf(hole);
    if (number === '') {
      tell(remarkOf(texts.noHole, place));
      continue;
    }
    const names = [number];
    part.headers.push({ place, names, values: headerIn(hole) });
    const found = below(hole, intervals);
    const rocks = rockList(hole, found.length);
    let left = 0;
    for (const [at, interval] of found.entries()) {
      const depths = depthsOf(interval);
      if (depths === undefined) {
        left += 1;
        continue;
      }
      const rock =
        rocks[at] ?? short(firstBelow(interval, 'rockNameText', 'rockName', 'lithology', 'Lithology'), 200);
      const stratum = short(firstBelow(interval, 'stratigraphy', 'formation', 'geologicUnit'), 100);
      const description = short(
        firstBelow(interval, 'description', 'rockDescription', 'specification'),
        4000,
      );
      part.rows.push({
        kind: 'layers',
        unit: 'metres',
        place,
        names,
        values: {
          from: depths[0],
          to: depths[1],
          ...(rock === '' ? {} : { rock }),
          ...(stratum === '' ? {} : { stratum }),
          ...(description === '' ? {} : { description }),
        },
      });
    }
    if (left > 0) tell(remarkOf(xmlTexts.layer, { ...place, hole: number }, { count: left }));
  }
  return part;
};
