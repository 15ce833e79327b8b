/** West, south, east, north in decimal degrees. */
export type Box = readonly [number, number, number, number];

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** Degrees in the catalogue's own form, `E084°00′00″` (domain.md §3.2 field 13). */
export const formatDegrees = (value: number, axis: 'longitude' | 'latitude'): string => {
  const seconds = Math.round(Math.abs(value) * 3600);
  const side = axis === 'longitude' ? (value < 0 ? 'W' : 'E') : value < 0 ? 'S' : 'N';
  const degrees = pad(Math.floor(seconds / 3600), axis === 'longitude' ? 3 : 2);
  return `${side}${degrees}°${pad(Math.floor(seconds / 60) % 60, 2)}′${pad(seconds % 60, 2)}″`;
};

/** A box as two ranges: longitudes, then latitudes. */
export const formatBox = ([west, south, east, north]: Box): string =>
  `${formatDegrees(west, 'longitude')}–${formatDegrees(east, 'longitude')}, ` +
  `${formatDegrees(south, 'latitude')}–${formatDegrees(north, 'latitude')}`;
