type Root = { id: string; fits: (root: string, head: string) => boolean };

/** Local names of the root element and namespaces, most exact first. */
const roots: readonly Root[] = [
  {
    id: 'kml',
    fits: (root, head) =>
      root === 'kml' || (root === 'placemark' && /opengis\.net\/kml|earth\.google/.test(head)),
  },
  { id: 'gpx', fits: (root) => root === 'gpx' },
  { id: 'svg', fits: (root) => root === 'svg' },
  { id: 'gdal-vrt', fits: (root) => root === 'vrtdataset' },
  { id: 'html', fits: (root) => root === 'html' },
  {
    id: 'iso-metadata',
    fits: (root, head) => /^m[di]_metadata$/.test(root) && /isotc211|gmd|mdb/.test(head),
  },
  {
    id: 'witsml',
    fits: (_, head) => /witsml\.org\/schemas|energistics\.org\/energyml\/data\/witsml/.test(head),
  },
  {
    id: 'gml',
    fits: (root, head) =>
      root !== 'schema' &&
      /xmlns(:\w+)?\s*=\s*["']http:\/\/www\.opengis\.net\/gml/.test(head) &&
      !/^(csw|getrecord|wfs_cap|wms_cap|capabilities|oai)/.test(root),
  },
];

/** The root element's local name in lower case, or undefined when the text is not markup. */
export function rootName(text: string): string | undefined {
  const start = text
    .replace(/^\uFEFF?\s*/, '')
    .replace(/^(<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^[>]*(\[[\s\S]*?\])?\s*>\s*)*/i, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(start)?.[1]?.toLowerCase();
}

const isHtml = (text: string) =>
  /^\s*(<!--[\s\S]*?-->\s*)*(<!doctype html|<html[\s>]|<head>|<body[\s>])/i.test(text);

/** Identifies markup by its root element and namespaces. */
export function identifyXml(text: string, extension: string): string | undefined {
  const body = text.replace(/^\uFEFF/, '');
  if (!/^\s*<[?!a-zA-Z]/.test(body)) return undefined;
  if (isHtml(body)) return 'html';
  const declared = /^\s*<\?xml[\s?]/.test(body);
  const root = rootName(body);
  if (root === undefined) {
    if (!declared) return undefined;
    return /<kml[\s>]/.test(body) ? 'kml' : /<svg[\s>\0]/.test(body) ? 'svg' : 'xml';
  }
  const found = roots.find((candidate) => candidate.fits(root, body.slice(0, 8000)))?.id;
  if (found) return found;
  return declared ||
    /xmlns/.test(body.slice(0, 2000)) ||
    extension === 'xml' ||
    new RegExp(`</([\\w.-]+:)?${root.replace(/\W/g, '\\$&')}\\s*>\\s*$`, 'i').test(body)
    ? 'xml'
    : undefined;
}
