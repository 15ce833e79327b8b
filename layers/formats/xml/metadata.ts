import { Extent } from '../geo/extent.ts';
import { rootName } from './identify.ts';
import { unescapeXml, xmlText } from './text.ts';

const number = (text: string | undefined) =>
  text !== undefined && /^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined;

const placed = (extent: Extent): Record<string, unknown> => {
  const box = extent.box();
  return box && extent.inDegrees() ? { bbox: box, crs: 'EPSG:4326' } : {};
};

/** KML: name, placemarks, extent of all coordinates (always longitude, latitude on WGS 84). */
function kml(text: string): Record<string, unknown> {
  const extent = new Extent();
  for (const [, list = ''] of text.matchAll(/<(?:[\w.-]+:)?coordinates(?:\s[^>]*)?>([^<]*)</g))
    for (const point of list.trim().split(/\s+/)) {
      const [x, y] = point.split(',').map(Number);
      if (x !== undefined && y !== undefined && Math.abs(x) <= 180 && Math.abs(y) <= 90) extent.add(x, y);
    }
  return {
    title: xmlText(text.slice(0, 50_000), 'name'),
    features: text.match(/<(?:[\w.-]+:)?Placemark[\s>]/g)?.length ?? 0,
    ...placed(extent),
  };
}

/** ISO 19115/19139: title, abstract, bounding box. */
function iso(text: string): Record<string, unknown> {
  const bound = (...names: string[]) =>
    names.map((name) => number(xmlText(text, name))).find((value) => value !== undefined);
  const extent = new Extent();
  const [west, south, east, north] = [
    bound('westBoundLongitude'),
    bound('southBoundLatitude'),
    bound('eastBoundLongitude'),
    bound('northBoundLatitude'),
  ];
  if (west !== undefined && south !== undefined) extent.add(west, south);
  if (east !== undefined && north !== undefined) extent.add(east, north);
  return {
    title: xmlText(text, 'title'),
    abstract: xmlText(text, 'abstract'),
    identifier: xmlText(text, 'fileIdentifier'),
    ...placed(extent),
  };
}

function gpx(text: string): Record<string, unknown> {
  const extent = new Extent();
  for (const [tag] of text.matchAll(/<(?:trkpt|wpt|rtept)\s[^>]*>/g)) {
    const value = (name: string) => Number(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);
    extent.add(value('lon'), value('lat'));
  }
  return { title: xmlText(text, 'name'), ...placed(extent) };
}

function gml(text: string): Record<string, unknown> {
  const srs = /srsName\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  const code = srs && /EPSG[:/]+(?:[\d.]*[:/]+)?(\d+)/i.exec(srs)?.[1];
  return {
    features: text.match(/<(?:[\w.-]+:)?(featureMember|member)[\s>]/g)?.length ?? 0,
    ...(code ? { crs: `EPSG:${code}` } : {}),
  };
}

/** Metadata of an XML document by its format. Undefined entries are left out. */
export function xmlMetadata(text: string, format: string): Record<string, unknown> {
  const readers: Record<string, (text: string) => Record<string, unknown>> = {
    kml,
    'iso-metadata': iso,
    gpx,
    gml,
  };
  const html = (): Record<string, unknown> => ({ title: xmlText(text, 'title') ?? xmlText(text, 'TITLE') });
  const found =
    readers[format]?.(text) ??
    (format === 'html' ? html() : { root: rootName(text), title: xmlText(text.slice(0, 50_000), 'title') });
  const title = found['title'];
  if (typeof title === 'string') found['title'] = unescapeXml(title).slice(0, 500);
  for (const [key, value] of Object.entries(found))
    if (value === undefined || value === '') delete found[key];
  return found;
}
