import { type RockKind, rockClasses } from '@geoarchive/domain/subsurface/rock-classes.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { fillOf } from '../patterns.ts';
import { box, line, type Mark, text } from '../svg.ts';
import { niceStep } from '../ticks.ts';
import { words } from '../words.ts';
import { oneLine, widthOf } from '../wrap.ts';
import type { DrawnHeader } from './hole.ts';
import { footHeight, headHeight, margin, type Place } from './layout.ts';

type Say = (text: Bilingual) => string;
export const sayIn =
  (language: Language): Say =>
  (said) =>
    said[language];

const factRow = 6;
const letters = 2.8;
type Fact = { label: string; value: string; share: number };

const metres = (value: number | undefined) => (value === undefined ? undefined : `${value.toFixed(2)} m`);
const placeText = ({ x, y, crs }: DrawnHeader) =>
  x === undefined || y === undefined ? undefined : `X ${x}  Y ${y}${crs === undefined ? '' : ` (${crs})`}`;
const directionText = ({ dip, azimuth }: DrawnHeader) =>
  dip === undefined ? undefined : `${dip}°${azimuth === undefined ? '' : ` / ${azimuth}°`}`;

/** The facts of the title block, line by line; shares of the width. */
const factsOf = (header: DrawnHeader, depth: number, scale: number, say: Say): Fact[][] => {
  const { hole, project, elevation, startedOn, finishedOn, contractor } = header;
  const fact = (label: Bilingual, value: string | undefined, share: number): Fact => ({
    label: say(label),
    value: value ?? say(words.none),
    share,
  });
  const dates = [startedOn, finishedOn].filter((day) => day !== undefined).join(say(words.to));
  return [
    [fact(words.hole, hole, 0.34), fact(words.project, project, 0.66)],
    [fact(words.place, placeText(header), 0.67), fact(words.elevation, metres(elevation), 0.33)],
    [
      fact(words.depth, metres(depth), 0.34),
      fact(words.direction, directionText(header), 0.33),
      fact(words.scale, `1:${scale}`, 0.33),
    ],
    [fact(words.dates, dates === '' ? undefined : dates, 0.5), fact(words.contractor, contractor, 0.5)],
  ];
};

const factCell = ({ label, value }: Fact, x: number, y: number, width: number): Mark[] => {
  const labelWidth = widthOf(label, letters) + 3;
  const room = width - labelWidth - 3;
  return [
    box(x, y, width, factRow),
    line(x + labelWidth, y, x + labelWidth, y + factRow),
    text(x + 1.5, y + 4.1, label, letters, { fill: '#444444' }),
    text(x + labelWidth + 1.5, y + 4.1, oneLine(value, room, letters), letters),
  ];
};

/** Title and facts at the head of the first page. */
export const titleBlock = (
  header: DrawnHeader,
  depth: number,
  scale: number,
  width: number,
  say: Say,
): Mark[] => {
  const inner = width - 2 * margin;
  const title = `${header.hole ?? ''} ${say(words.column)}`.trim();
  return [
    text(width / 2, margin + 5.5, title, 5, { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    ...factsOf(header, depth, scale, say).flatMap((facts, row) => {
      let x = margin;
      return facts.flatMap((fact) => {
        const own = fact.share * inner;
        x += own;
        return factCell(fact, x - own, margin + 8.5 + row * factRow, own);
      });
    }),
  ];
};

/** The line at the head of every further page. */
export const runningTitle = (header: DrawnHeader, width: number, say: Say): Mark =>
  text(width / 2, margin + 4.5, `${header.hole ?? ''} ${say(words.column)}${say(words.continued)}`, 3.6, {
    'text-anchor': 'middle',
    'font-weight': 'bold',
  });

const headText = (place: Place, say: Say): string => {
  if (place.element !== undefined) {
    const { name, unit } = place.element;
    return unit === '' ? name : `${name}\n(${unit})`;
  }
  const { id } = place;
  return id === 'left' || id === 'right' || id === 'assay' ? '' : say(words[id]);
};

/** The heads of the columns, and their lines down the page. */
export const heads = (places: readonly Place[], top: number, bottom: number, say: Say): Mark[] =>
  places.flatMap((place) => {
    const { x, width, id } = place;
    const lines = headText(place, say).split('\n');
    const first = top - headHeight / 2 - ((lines.length - 1) * 3) / 2 + 0.9;
    const marks = lines.map((said, at) =>
      text(x + width / 2, first + at * 3, oneLine(said, width - 0.4, 2.5), 2.5, { 'text-anchor': 'middle' }),
    );
    // The gutters of leader lines have no lines of their own: they belong to what is beside them.
    return id === 'left' || id === 'right'
      ? [box(x, top - headHeight, width, headHeight), line(x, bottom, x + width, bottom)]
      : [box(x, top - headHeight, width, headHeight), box(x, top, width, bottom - top), ...marks];
  });

const legendRow = 5.6;
const legendCell = 38;
const legendColumns = (width: number) => Math.max(Math.floor((width - 2 * margin) / legendCell), 1);
/** The word itself takes the first cell. */
export const legendHeight = (kinds: readonly RockKind[], width: number): number =>
  kinds.length === 0 ? 0 : 2 + Math.ceil((kinds.length + 1) / legendColumns(width)) * legendRow;

/** What the signs mean. */
export const legend = (kinds: readonly RockKind[], top: number, width: number, say: Say): Mark[] => {
  if (kinds.length === 0) return [];
  const columns = legendColumns(width);
  return [
    text(margin, top + 4.2, say(words.legend), 3, { 'font-weight': 'bold' }),
    ...kinds.flatMap((kind, index) => {
      const at = index + 1;
      const x = margin + (at % columns) * legendCell;
      const y = top + 1 + Math.floor(at / columns) * legendRow;
      return [
        box(x, y, 9, 4.4, { fill: fillOf(kind) }),
        text(x + 10.5, y + 3.1, oneLine(say(rockClasses[kind].name), legendCell - 12, 2.5), 2.5),
      ];
    }),
  ];
};

/** A bar of a round length beside what it is. */
export const scaleBar = (x: number, y: number, factor: number, scale: number): Mark[] => {
  const length = niceStep(18 / factor);
  const width = length * factor;
  return [
    box(x, y, width / 2, 1.4, { fill: '#1a1a1a' }),
    box(x + width / 2, y, width / 2, 1.4, { fill: '#ffffff' }),
    text(x, y - 0.8, '0', 2.2, { 'text-anchor': 'middle' }),
    text(x + width, y - 0.8, `${length} m`, 2.2, { 'text-anchor': 'middle' }),
    text(x + width + 6, y + 1.4, `1:${scale}`, 2.6),
  ];
};

type Foot = {
  page: number;
  pages: number;
  thin: number;
  factor: number;
  scale: number;
  width: number;
  bottom: number;
};
/** Scale bar, what is not said, page. */
export const foot = ({ page, pages, thin, factor, scale, width, bottom }: Foot, say: Say): Mark[] => {
  const y = bottom - footHeight;
  return [
    ...scaleBar(margin + 1, y + 6.2, factor, scale),
    ...(thin === 0
      ? []
      : [
          text(margin + 58, y + 7.6, say(words.thin).replace('{count}', String(thin)), 2.4, {
            fill: '#444444',
          }),
        ]),
    text(
      width - margin,
      y + 7.6,
      say(words.page).replace('{page}', String(page)).replace('{pages}', String(pages)),
      2.4,
      { 'text-anchor': 'end' },
    ),
  ];
};
