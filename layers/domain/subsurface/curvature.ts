import type { Bilingual } from '../text.ts';

/** Where a hole points at a depth: `inclination` from straight down, `azimuth` from north clockwise, both in degrees; depth in metres along it. */
export type Station = { depth: number; inclination: number; azimuth: number };
/** A place along a hole in metres from its collar: north, east and straight down. */
export type Position = { depth: number; north: number; east: number; tvd: number };
/** `severity`: bend since the station before, in degrees per 30 m. */
export type PathStation = Station & Position & { severity: number };
export type PathRemark = {
  code: 'no-direction' | 'doubled' | 'impossible-bend' | 'collar-assumed' | 'azimuth-assumed';
  depth: number;
  text: Bilingual;
};
export type Path = {
  stations: readonly PathStation[];
  remarks: readonly PathRemark[];
  /** By minimum curvature between stations, straight on below the last one. */
  at: (depth: number) => Position;
};

/** As rows of the survey table have it: inclination from straight down, or dip from level (down positive). */
export type SurveyRow = {
  depth: number;
  inclination?: number | undefined;
  dip?: number | undefined;
  azimuth?: number | undefined;
};
/** As the header has it. */
export type Collar = { dip?: number | undefined; azimuth?: number | undefined };

type Vector = readonly [north: number, east: number, down: number];
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degreesOf = (angle: number) => (angle * 180) / Math.PI;
/** Per how many metres a bend is told. */
const perMetres = 30;
/** Beyond this no drill string turns between two stations, and the arc between them is hardly determined. */
const sharpest = radians(120);
/** Below this an arc is a straight line to the last bit that matters: a micrometre in a kilometre. */
const straight = 1e-7;

const directionOf = ({ inclination, azimuth }: Station): Vector => {
  const [i, a] = [radians(inclination), radians(azimuth)];
  return [Math.sin(i) * Math.cos(a), Math.sin(i) * Math.sin(a), Math.cos(i)];
};

/** The angle between two directions; by halves of sum and difference, which stays exact for small angles. */
const bendOf = (a: Vector, b: Vector): number => {
  const length = (sign: 1 | -1) => Math.hypot(a[0] + sign * b[0], a[1] + sign * b[1], a[2] + sign * b[2]);
  return 2 * Math.atan2(length(-1), length(1));
};

/** From the upper station along the arc to the share `f` of its length. At f = 1 this is the method's ratio factor tan(β/2)/(β/2). */
const along = (a: Vector, b: Vector, length: number, f: number): Vector => {
  const bend = bendOf(a, b);
  if (bend < straight) return [a[0] * length * f, a[1] * length * f, a[2] * length * f];
  const half = Math.sin((f * bend) / 2);
  const k = (2 * half * length) / (bend * Math.sin(bend));
  const [p, q] = [k * Math.sin(((2 - f) * bend) / 2), k * half];
  return [p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]];
};

const remark = (code: PathRemark['code'], depth: number, zh: string, en: string): PathRemark => ({
  code,
  depth,
  text: { zh: `${depth} m：${zh}`, en: `${depth} m: ${en}` },
});

const inclinationOf = ({ inclination, dip }: SurveyRow): number | undefined =>
  inclination ?? (dip === undefined ? undefined : 90 - dip);

/** The rows that can be used, by depth; without azimuth they go on in the one before. */
const stationsOf = (rows: readonly SurveyRow[], collar: Collar, remarks: PathRemark[]): Station[] => {
  const stations: Station[] = [];
  for (const row of rows.filter(({ depth }) => depth >= 0).toSorted((a, b) => a.depth - b.depth)) {
    const { depth } = row;
    const inclination = inclinationOf(row);
    if (inclination === undefined || !Number.isFinite(inclination)) {
      remarks.push(
        remark('no-direction', depth, '无天顶角或倾角，未采用。', 'no inclination or dip: left out.'),
      );
      continue;
    }
    if (stations.at(-1)?.depth === depth) {
      remarks.push(remark('doubled', depth, '测点重复，采用第一条。', 'surveyed twice: the first is taken.'));
      continue;
    }
    const azimuth = row.azimuth ?? stations.at(-1)?.azimuth ?? collar.azimuth ?? 0;
    if (row.azimuth === undefined && inclination > 0 && inclination < 180)
      remarks.push(
        remark('azimuth-assumed', depth, '无方位角，沿用上一测点。', 'no azimuth: that above is taken.'),
      );
    stations.push({ depth, inclination, azimuth });
  }
  return stations;
};

/** With a station at the collar: as the header points, else as the first station does, else straight down. */
const fromCollar = (stations: readonly Station[], { dip, azimuth }: Collar, remarks: PathRemark[]) => {
  const [first] = stations;
  if (first?.depth === 0) return stations;
  if (dip === undefined && first !== undefined && first.inclination > 0)
    remarks.push(
      remark(
        'collar-assumed',
        0,
        '孔口无倾角，按第一测点方向。',
        'no dip at the collar: as the first station points.',
      ),
    );
  const inclination = dip === undefined ? (first?.inclination ?? 0) : 90 - dip;
  return [{ depth: 0, inclination, azimuth: azimuth ?? first?.azimuth ?? 0 }, ...stations];
};

const placed = (stations: readonly Station[], remarks: PathRemark[]): PathStation[] => {
  const path: PathStation[] = [];
  for (const station of stations) {
    const above = path.at(-1);
    if (above === undefined) {
      path.push({ ...station, north: 0, east: 0, tvd: 0, severity: 0 });
      continue;
    }
    const [a, b] = [directionOf(above), directionOf(station)];
    const bend = bendOf(a, b);
    if (bend > sharpest) {
      remarks.push(
        remark(
          'impossible-bend',
          station.depth,
          '与上一测点方向相差过大，未采用。',
          'it points almost back: left out.',
        ),
      );
      continue;
    }
    const length = station.depth - above.depth;
    const [north, east, tvd] = along(a, b, length, 1);
    path.push({
      ...station,
      north: above.north + north,
      east: above.east + east,
      tvd: above.tvd + tvd,
      severity: (degreesOf(bend) * perMetres) / length,
    });
  }
  return path;
};

/** The last station at or above a depth. */
const indexAbove = (stations: readonly PathStation[], depth: number): number => {
  let [low, high] = [0, stations.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stations[middle]?.depth ?? 0) <= depth) low = middle;
    else high = middle - 1;
  }
  return low;
};

const positionIn = (stations: readonly PathStation[], depth: number): Position => {
  const at = indexAbove(stations, depth);
  const [above, below] = [stations[at], stations[at + 1]];
  if (above === undefined) return { depth, north: 0, east: 0, tvd: depth };
  const a = directionOf(above);
  const length = below === undefined ? Math.max(depth - above.depth, 0) : below.depth - above.depth;
  const b = below === undefined ? a : directionOf(below);
  const share = below === undefined ? 1 : Math.min(Math.max((depth - above.depth) / length, 0), 1);
  const [north, east, tvd] = along(a, b, length, share);
  return { depth, north: above.north + north, east: above.east + east, tvd: above.tvd + tvd };
};

/**
 * The path of a hole by minimum curvature (Taylor and Mason 1972; Sawaryn and Thorogood, SPE 84246): between two stations it is the arc of a circle
 * that leaves one and meets the other in their directions. Rows may come unordered, doubled, without azimuth or with dip instead
 * of inclination; what cannot be used is left out with a remark. Without rows the hole is straight as its header points, else straight
 * down. Azimuths count as given: nothing is known of magnetic declination or the convergence of the meridians.
 */
export const pathOf = (rows: readonly SurveyRow[], collar: Collar = {}): Path => {
  const remarks: PathRemark[] = [];
  const stations = placed(fromCollar(stationsOf(rows, collar, remarks), collar, remarks), remarks);
  return { stations, remarks, at: (depth) => positionIn(stations, depth) };
};

/** How far from above the collar a place is, and in which direction (degrees from north). */
export const closureOf = ({ north, east }: Pick<Position, 'north' | 'east'>) => ({
  distance: Math.hypot(north, east),
  azimuth: (degreesOf(Math.atan2(east, north)) + 360) % 360,
});

/** A place as it falls on the vertical plane through the collar with this azimuth. */
export const onSection = ({ north, east }: Pick<Position, 'north' | 'east'>, azimuth: number): number =>
  north * Math.cos(radians(azimuth)) + east * Math.sin(radians(azimuth));
