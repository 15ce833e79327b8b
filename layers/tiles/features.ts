import {
  closeRing,
  type PolygonFault,
  type Ring,
  ringFault,
  tidyRing,
} from '@geoarchive/domain/geo/polygon.ts';
import { toX, toY } from './mercator.ts';
import { sortPoints } from './points.ts';
import { pool } from './pool.ts';
import { type Extent, indexShapes, type Shape } from './shapes.ts';
import type { XY } from './simplify.ts';
import type { Layers, Properties } from './tile.ts';

/** Degrees, as GeoJSON orders them. A box whose west is greater than its east reaches over the 180th meridian. */
export type Place =
  | { kind: 'point'; at: readonly [longitude: number, latitude: number] }
  | { kind: 'box'; box: readonly [west: number, south: number, east: number, north: number] }
  | { kind: 'polygon'; rings: readonly Ring[] };
export type MapFeature = { id: string; place: Place; properties?: Properties };
/** A thing that is not on the map, and why. */
export type Refused = { id: string; fault: PolygonFault };

/** A point is a place that is seen alone or counted; a footprint is drawn besides. */
export type Prepared = { at: XY; footprints: (Omit<Shape & { box: Extent }, 'no'> | { rings: XY[][] })[] };

const boxOf = (west: number, south: number, east: number, north: number) => ({
  box: [toX(west), toY(north), toX(east), toY(south)] as const,
});

/** The middle and footprint of a box; over the 180th meridian it is two footprints. */
export const prepareBox = ([west, south, east, north]: readonly [
  number,
  number,
  number,
  number,
]): Prepared => {
  const over = west > east;
  const middle = (west + east + (over ? 360 : 0)) / 2;
  return {
    at: [toX(middle > 180 ? middle - 360 : middle), toY((south + north) / 2)],
    footprints: over
      ? [boxOf(west, south, 180, north), boxOf(-180, south, east, north)]
      : [boxOf(west, south, east, north)],
  };
};

const inSteps = (ring: Ring): XY[] => ring.map(([x, y]): XY => [toX(x), toY(y)]);

/** A polygon, its outer ring clockwise on the map and its holes the other way, as vector tiles want them. */
const preparePolygon = (rings: readonly Ring[]): Prepared => {
  const [outer = [], ...holes] = rings.map((ring) => inSteps(tidyRing(closeRing(ring))));
  const [xs, ys] = [outer.map(([x]) => x), outer.map(([, y]) => y)];
  const middle = (of: number[]) =>
    Math.round((of.reduce((a, b) => Math.min(a, b)) + of.reduce((a, b) => Math.max(a, b))) / 2);
  return {
    at: [middle(xs), middle(ys)],
    footprints: [{ rings: [outer.toReversed(), ...holes] }],
  };
};

const outOfRange: PolygonFault = {
  code: 'corner-out-of-range',
  text: {
    zh: '坐标超出范围：经度应在 ±180° 以内，纬度在 ±90° 以内。',
    en: 'The place is out of range: longitude within ±180°, latitude within ±90°.',
  },
};
const noRing: PolygonFault = {
  code: 'too-few-corners',
  text: { zh: '范围没有拐点。', en: 'The area has no corners.' },
};
const inRange = (longitude: number, latitude: number): boolean =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/** What keeps a place off the map, with what to do; a polygon over the 180th meridian or across itself is refused. */
const faultOf = (place: Place): PolygonFault | undefined => {
  if (place.kind === 'point') return inRange(...place.at) ? undefined : outOfRange;
  if (place.kind === 'polygon')
    return place.rings.length === 0
      ? noRing
      : place.rings.map((ring) => ringFault(closeRing(ring))).find((fault) => fault !== undefined);
  const [west, south, east, north] = place.box;
  return inRange(west, south) && inRange(east, north) && south <= north ? undefined : outOfRange;
};

const prepare = (place: Place): Prepared => {
  if (place.kind === 'point') return { at: [toX(place.at[0]), toY(place.at[1])], footprints: [] };
  return place.kind === 'box' ? prepareBox(place.box) : preparePolygon(place.rings);
};

/** The layers of tiles from things under numbers of the caller's own. */
export const layersOf = (
  prepared: Iterable<readonly [no: number, Prepared]>,
  propertiesOf: (no: number) => Properties,
): Layers => {
  const [xs, ys, numbers] = [pool(), pool(), pool()];
  function* shapes(): Generator<Shape> {
    for (const [no, { at, footprints }] of prepared) {
      numbers.push(no);
      xs.push(at[0]);
      ys.push(at[1]);
      for (const footprint of footprints) yield { no, ...footprint };
    }
  }
  const indexed = indexShapes(shapes());
  const points = sortPoints({ xs: xs.done(), ys: ys.done(), numbers: numbers.done() });
  return { points, shapes: indexed, propertiesOf };
};

/** Properties as they are kept: one line of JSON for each thing, read when it is drawn. */
export type Texts = { bytes: Uint8Array; starts: Uint32Array };
export const propertiesFrom = ({ bytes, starts }: Texts): ((no: number) => Properties) => {
  const decoder = new TextDecoder();
  return (no) => JSON.parse(decoder.decode(bytes.subarray(starts[no], starts[no + 1])));
};

export type TileIndex = Layers & { texts: Texts };

/** Makes the index of a set of things, once; those with a fault are told and left out. */
export const buildIndex = (features: Iterable<MapFeature>): { index: TileIndex; refused: Refused[] } => {
  const refused: Refused[] = [];
  const starts = pool();
  const chunks: Buffer[] = [];
  let [length, count] = [0, 0];
  function* prepared(): Generator<readonly [number, Prepared]> {
    for (const { id, place, properties } of features) {
      const fault = faultOf(place);
      if (fault !== undefined) {
        refused.push({ id, fault });
        continue;
      }
      const text = Buffer.from(JSON.stringify({ ...properties, id }));
      starts.push(length);
      chunks.push(text);
      length += text.length;
      yield [count, prepare(place)];
      count += 1;
    }
  }
  const layers = layersOf(prepared(), () => ({}));
  starts.push(length);
  const texts = { bytes: new Uint8Array(Buffer.concat(chunks)), starts: starts.done() };
  return { index: { ...layers, texts, propertiesOf: propertiesFrom(texts) }, refused };
};
