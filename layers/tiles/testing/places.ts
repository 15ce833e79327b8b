import type { MapFeature } from '../features.ts';

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export const chance = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * So many made-up boreholes: most in some hundreds of fields of very different number, along grids of 50 m; one in ten anywhere. Every
 * `footprintEvery`th is a box of a map sheet or a polygon instead.
 */
export function* syntheticPlaces(count: number, footprintEvery = 20): Generator<MapFeature> {
  const random = chance(7);
  const between = (low: number, high: number) => low + random() * (high - low);
  const fields = Array.from({ length: 400 }, () => ({
    longitude: between(80, 130),
    latitude: between(22, 48),
    reach: 0.01 + random() ** 4,
  }));
  for (let no = 0; no < count; no++) {
    // Squared, so that few fields hold most.
    const field = random() < 0.9 ? fields[Math.floor(random() ** 2 * fields.length)] : undefined;
    const near = (middle: number, reach: number) =>
      Math.round((middle + (random() + random() + random() - 1.5) * reach) * 2000) / 2000;
    const longitude = field ? near(field.longitude, field.reach) : between(74, 135);
    const latitude = field ? near(field.latitude, field.reach) : between(18, 53);
    const id = `ZK${no}`;
    const properties = { title: `钻孔 ${no}`, depth: Math.round(between(20, 2000)) };
    if (no % footprintEvery !== 0)
      yield { id, properties, place: { kind: 'point', at: [longitude, latitude] } };
    else if (no % (2 * footprintEvery) === 0)
      yield { id, properties, place: { kind: 'box', box: sheetAround(longitude, latitude, random()) } };
    else
      yield { id, properties, place: { kind: 'polygon', rings: [ringAround(longitude, latitude, random)] } };
  }
}

/** A sheet of one of the usual scales. */
const sheetAround = (
  longitude: number,
  latitude: number,
  share: number,
): [number, number, number, number] => {
  const [wide, tall] = share < 0.1 ? [1.5, 1] : share < 0.5 ? [0.5, 1 / 3] : [0.25, 1 / 6];
  const [west, south] = [Math.floor(longitude / wide) * wide, Math.floor(latitude / tall) * tall];
  return [west, south, west + wide, south + tall];
};

const ringAround = (longitude: number, latitude: number, random: () => number): [number, number][] => {
  const corners = 6 + Math.floor(random() * 60);
  const reach = 0.01 + 0.3 * random() ** 3;
  return Array.from({ length: corners }, (_, n): [number, number] => {
    const angle = (2 * Math.PI * n) / corners;
    const radius = reach * (0.7 + 0.3 * random());
    return [longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle)];
  });
};
