import type { Box } from '../format/coordinates.ts';
import type { ListState } from './url-state.ts';

const unrolled = ([west, south, east, north]: Box): Box => [
  west,
  south,
  east < west ? east + 360 : east,
  north,
];
const rolled = (longitude: number) =>
  longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude;

/** The area of a search in its address (`bbox`: west, south, east, north); undefined without one, and for one that somebody wrote wrongly. */
export const areaOf = ({ filters }: Pick<ListState, 'filters'>): Box | undefined => {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = (filters['bbox']?.[0] ?? '')
    .split(',')
    .map(Number);
  const good =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  return good && more.length === 0 ? [west, south, east, north] : undefined;
};

/** What of a view lies in the area of a search: there a list of both is looked for. Undefined where they are apart. */
export const seenOf = (view: Box, area: Box | undefined): Box | undefined => {
  if (area === undefined) return view;
  // Beyond 180° the east is smaller than the west.
  const [west, south, east, north] = unrolled(view);
  const other = unrolled(area);
  for (const turn of [0, -360, 360]) {
    const [left, right] = [Math.max(west, other[0] + turn), Math.min(east, other[2] + turn)];
    const [low, high] = [Math.max(south, other[1]), Math.min(north, other[3])];
    if (left <= right && low <= high) return [rolled(left), low, rolled(right), high];
  }
  return undefined;
};

/** The filters with another area, or with none. */
export const withArea = (
  { filters }: Pick<ListState, 'filters'>,
  area: Box | undefined,
): ListState['filters'] => {
  const { bbox: _, ...others } = filters;
  return area === undefined ? others : { ...others, bbox: [area.join(',')] };
};
