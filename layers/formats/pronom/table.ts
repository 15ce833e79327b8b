import { documents } from './documents.ts';
import { drawings } from './drawings.ts';
import { images } from './images.ts';
import { media } from './media.ts';
import { markup, systems } from './systems.ts';

/**
 * A format as the PRONOM registry numbers it (The National Archives, UK; Open Government Licence 3.0), with the bytes that
 * tell it by its specification. Names and media types are ours.
 */
export type Known = {
  puid: string;
  id: string;
  name: string;
  mime: string;
  extensions: readonly string[];
  /** Bytes that are too few to tell the format: a fitting extension is asked for as well. */
  named: boolean;
  /** How the file begins, as Latin-1. */
  head: RegExp;
  /** What its last bytes must hold besides. */
  tail: RegExp | undefined;
};

/** Beginnings that many lines share. */
const shared: Readonly<Record<string, string>> = {
  xml: String.raw`(\xEF\xBB\xBF)?\s{0,20}<\?xml version=["']1\.0["'].{0,60}?(\?>\s*(<!--(?:(?!-->).){0,2000}-->\s*)*(<!DOCTYPE[^>[]{0,400}(\[[^\]]{0,2000}\])?>\s*)?|\0+)`,
  mxf: String.raw`\x06\x0E\x2B\x34\x02\x05\x01\x01\x0D\x01\x02\x01\x01\x02.{70}\x06\x0E\x2B\x34\x04\x01\x01[\x01\x02]\x0D\x01\x02\x01`,
};

export const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** Line: identifier, extensions (`!`: one of them is needed), media type, name with version in brackets, beginning ~~ end. */
function parse(line: string): Known {
  const [puid = '', extensions = '', mime = '', name = ''] = line.split('|', 4);
  const pattern = line.slice(puid.length + extensions.length + mime.length + name.length + 4);
  const [head = '', tail] = pattern.split(' ~~ ');
  const full = head.replace(/\{([a-z]+)\}/g, (all, key: string) => shared[key] ?? all);
  return {
    puid,
    id: slug(name),
    name,
    mime: mime || 'application/octet-stream',
    extensions: extensions.replace('!', '').split(' ').filter(Boolean),
    named: extensions.startsWith('!'),
    head: new RegExp(`^(?:${full})`, 's'),
    tail: tail === undefined ? undefined : new RegExp(tail, 's'),
  };
}

/** The first byte of all files a pattern fits; undefined when it may be any. */
function firstByte(line: string): string | undefined {
  const pattern = line.split('|').slice(4).join('|');
  const escaped = /^\\(?:x([0-9A-Fa-f]{2})|([0nr\\#]))(?![?*{])/.exec(pattern);
  if (escaped?.[1]) return String.fromCharCode(Number.parseInt(escaped[1], 16));
  if (escaped?.[2]) return { '0': '\0', n: '\n', r: '\r' }[escaped[2]] ?? escaped[2];
  return /^([A-Za-z0-9%#!<"':/~,@&-])(?![?*{])/.exec(pattern)?.[1];
}

type Index = { sure: Map<string, string[]>; any: [number, string][]; order: Map<string, number> };

/** Lines by the byte they begin with, so that a file is held against a few of them only. */
function index(): Index {
  const lines = [images, drawings, media, documents, systems, markup].join('\n').split('\n').filter(Boolean);
  const made: Index = { sure: new Map(), any: [], order: new Map() };
  lines.forEach((line, place) => {
    made.order.set(line, place);
    const byte = firstByte(line);
    if (byte === undefined) made.any.push([place, line]);
    else made.sure.set(byte, [...(made.sure.get(byte) ?? []), line]);
  });
  return made;
}

let built: Index | undefined;
const parsed = new Map<string, Known>();

/** The formats that may fit a file with this beginning, in the order of the table. Patterns are compiled when first needed. */
export function candidates(head: string): Known[] {
  built ??= index();
  const { sure, any, order } = built;
  const lines = [...(sure.get(head.charAt(0)) ?? []), ...any.map(([, line]) => line)];
  lines.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return lines.map((line) => {
    const known = parsed.get(line) ?? parse(line);
    parsed.set(line, known);
    return known;
  });
}
