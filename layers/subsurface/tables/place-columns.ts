import { crsOfText } from '@geoarchive/domain/geo/crs-text.ts';
import { parseDegrees } from '@geoarchive/domain/geo/degrees.ts';

type Values = Record<string, string | number | boolean>;
const degreesOf = (value: Values[string] | undefined, axis: 'longitude' | 'latitude'): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isFinite(number)) return number;
  return parseDegrees(String(value).replace(/^(\d{1,3}):(\d{1,2}):/, '$1 $2 '), axis);
};

/**
 * The values of a header with x and y, of which a table may have two pairs: metres where its system is a plane one, else degrees. One
 * pair alone is taken as it is; which system it is in stays as the table says, or open.
 */
export const withPlace = ({ longitude, latitude, easting, northing, ...values }: Values): Values => {
  if (values['x'] !== undefined && values['y'] !== undefined) return values;
  const degrees = { x: degreesOf(longitude, 'longitude'), y: degreesOf(latitude, 'latitude') };
  const metres = { x: easting, y: northing };
  const crs = crsOfText(String(values['crs'] ?? ''));
  const [first, second] = crs?.kind === 'gauss-kruger' ? [metres, degrees] : [degrees, metres];
  const { x, y } = first.x !== undefined && first.y !== undefined ? first : second;
  return x === undefined || y === undefined ? values : { ...values, x, y };
};
