import type { Contained } from '../pronom/containers.ts';
import type { Entry } from './directory.ts';

const OPEN_DOCUMENT: Readonly<Record<string, string>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.graphics': 'odg',
  'application/epub+zip': 'epub',
};

/** Formats by the extension that PRONOM gives their variants. */
const FAMILIES: readonly [RegExp, string][] = [
  [/^do[ct]/, 'docx'],
  [/^xl/, 'xlsx'],
  [/^(p[op]|sld)/, 'pptx'],
  [/^vs/, 'vsdx'],
  [/^(odt|ods|odp|odg|epub|jar)$/, 'same'],
];

function family({ extension, format }: Contained): string {
  const found = format ? undefined : FAMILIES.find(([pattern]) => pattern.test(extension))?.[1];
  return found === 'same' ? extension : (found ?? 'zip');
}

/** The format a ZIP archive carries, told by its entries and its `mimetype` entry. */
export function zipKind(
  entries: Entry[],
  mimetype: string | undefined,
  known: Contained | undefined,
): string {
  const names = new Set(entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase()));
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name));
  const open = mimetype && Object.entries(OPEN_DOCUMENT).find(([type]) => mimetype.startsWith(type));
  if (open) return open[1];
  if (names.has('[content_types].xml') || has(/^(word|xl|ppt|visio)\/\w+\.(xml|bin)$/)) {
    if (has(/^word\/document/)) return 'docx';
    if (has(/^xl\/workbook/)) return 'xlsx';
    if (has(/^ppt\/presentation/)) return 'pptx';
    if (has(/^visio\//)) return 'vsdx';
  }
  if (names.has('ofd.xml')) return 'ofd';
  if (names.has('meta-inf/manifest.mf')) return 'jar';
  if (
    names.has('doc.kml') ||
    ([...names].filter((name) => /\.kml$/.test(name) && !name.includes('/')).length === 1 &&
      !has(/\.(shp|csv|las|pdf)$/))
  )
    return 'kmz';
  return known ? family(known) : 'zip';
}
