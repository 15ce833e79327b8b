import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { addDays, type Day } from '@geoarchive/domain/dates.ts';
import { writeCorner } from '@geoarchive/domain/geo/corner.ts';
import type { TaskSource } from '@geoarchive/domain/publication.ts';
import { holderOf } from './holders.ts';
import { lots } from './lots.ts';
import { places } from './places.ts';

type Draw = () => number;
/** Those of the records, and the three cities that have none: every province of the mainland. */
const areas = [
  ...places,
  { code: '110100', name: '北京市', mineral: '地热' },
  { code: '120100', name: '天津市', mineral: '地热' },
  { code: '310100', name: '上海市', mineral: '矿泉水' },
] as const;
const slugs = new Map(minerals.entries.map(({ slug, name }) => [name.zh, slug]));
const spots = [
  '青石沟',
  '白云岭',
  '龙王庙',
  '石门',
  '大坪',
  '黑山',
  '柳树湾',
  '金鸡岭',
  '双桥',
  '铁炉',
  '小河口',
  '马鞍山',
];
const between = (draw: Draw, least: number, most: number): number =>
  least + Math.floor(draw() * (most - least + 1));
const digits = (value: number, length: number): string => String(value).padStart(length, '0');

/** Of a hundred entries so many are of a kind. */
const kindOf = (share: number): TaskSource =>
  share < 45
    ? 'exploration-right'
    : share < 75
      ? 'mining-right'
      : share < 87
        ? 'state-project'
        : share < 95
          ? 'engineering'
          : 'other';
const works: Readonly<Record<TaskSource, { letter: string; work: string; years: [number, number] }>> = {
  'exploration-right': { letter: 'T', work: '勘查', years: [2, 5] },
  'mining-right': { letter: 'C', work: '采矿', years: [5, 20] },
  'state-project': { letter: 'XM', work: '调查评价', years: [1, 7] },
  engineering: { letter: 'GC', work: '工程勘察', years: [1, 3] },
  other: { letter: 'QT', work: '地质工作', years: [1, 3] },
};
/** Days from the end of the term (or the acceptance) to the due date, by the rules that come with the system. */
const untilDue: Readonly<Record<TaskSource, number>> = {
  'exploration-right': -30,
  'mining-right': -90,
  'state-project': 180,
  engineering: 180,
  other: 180,
};

/** A block of some kilometres near a place, as a licence names it: four corners in degrees and minutes. */
const blockAt = ([x, y]: readonly [number, number], draw: Draw): string[] => {
  const minute = (value: number) => Math.round(value * 60) / 60;
  const [west, south] = [minute(x + draw() - 0.5), minute(y + draw() - 0.5)];
  const [east, north] = [west + between(draw, 2, 6) / 60, south + between(draw, 2, 5) / 60];
  const corners: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return corners.map((corner) => writeCorner(corner, 'dms'));
};

/** Days from today to a due date: one in ten is late, three in ten fall due within ninety days, the rest later. */
const dueIn = (draw: Draw): number => {
  const share = draw() * 100;
  return share < 10
    ? between(draw, -300, -1)
    : share < 40
      ? between(draw, 0, 90)
      : between(draw, 91, share < 80 ? 730 : 2500);
};

/** What happened to a few of the rights, so that each way in which a task follows can be seen. */
const happeningOf = (kind: TaskSource, today: Day, draw: Draw): Partial<RegisterRowInput> => {
  const share = draw() * 100;
  const happenedOn = addDays(today, -between(draw, 0, 40));
  if (kind === 'exploration-right' && share < 2) return { happening: 'to-mining', happenedOn };
  if (kind === 'mining-right' && share < 2)
    return { happening: 'stage-closed', happenedOn, happeningNote: '一采区' };
  if (!kind.endsWith('-right') || share >= 5) return {};
  return share < 3.5 ? { happening: 'revoked', happenedOn } : { happening: 'cancelled', happenedOn };
};

const fundingOf = (kind: TaskSource, draw: Draw): Partial<RegisterRowInput> => {
  if (kind === 'state-project') return { funding: draw() < 0.5 ? 'central' : 'local' };
  return kind === 'engineering' || kind === 'other' ? { funding: 'social' } : {};
};

/** One entry as the rows that an import has for it: its first term, and for some a renewal. */
const rowsOf = (n: number, today: Day, draw: Draw): RegisterRowInput[] => {
  const place = areas[n % areas.length] ?? areas[0];
  const kind = kindOf(draw() * 100);
  const { letter, work, years } = works[kind];
  const end = addDays(today, dueIn(draw) - untilDue[kind]);
  const from = addDays(end, -365 * between(draw, ...years));
  const endless = kind !== 'engineering' && draw() < 0.02;
  const mineral = slugs.get(place.mineral) ?? place.mineral;
  const row: RegisterRowInput = {
    kind,
    number: `${letter}${place.code}${from.slice(0, 7).replace('-', '')}${digits(n + 1, 6)}`,
    name: `${place.name}${spots[between(draw, 0, spots.length - 1)]}${kind === 'engineering' ? '' : place.mineral}${work}`,
    ...holderOf(n, draw()),
    from,
    ...(endless ? {} : { to: end }),
    ...(kind === 'engineering' ? {} : { minerals: [mineral] }),
    ...(kind === 'engineering' && end <= today ? { happening: 'completed', happenedOn: end } : {}),
    ...(kind === 'exploration-right' && draw() < 0.05 ? { retention: true, newData: draw() < 0.5 } : {}),
    ...fundingOf(kind, draw),
    ...happeningOf(kind, today, draw),
    regions: [place.code],
    ...('at' in place && kind.endsWith('-right') ? { area: [blockAt(place.at, draw)] } : {}),
  };
  if (!kind.endsWith('-right') || endless || row.happening !== undefined || draw() >= 0.15) return [row];
  const { holder, holderName } = row;
  const next = { from: addDays(end, 1), to: addDays(end, 365 * years[0]) };
  return [
    row,
    { kind, number: row.number, name: row.name, holder, ...(holderName && { holderName }), ...next },
  ];
};

/**
 * Registers of licences and projects in all provinces, the same for the same day: invented, with due dates around it. First terms
 * come first and renewals after them, as in a list that is kept by year.
 */
export const demoRegisters = (today: Day, count: number): RegisterRowInput[] => {
  const draw = lots(20_261_124);
  const all = Array.from({ length: count }, (_, n) => rowsOf(n, today, draw));
  return [...all.flatMap((rows) => rows.slice(0, 1)), ...all.flatMap((rows) => rows.slice(1))];
};
