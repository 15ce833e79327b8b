import { looksDelimited } from '../csv/dialect.ts';
import { identifyXml } from '../xml/identify.ts';
import { countControls } from './controls.ts';
import { decode, guessEncoding } from './encoding.ts';

type Rule = { id: string; fits: (text: string, extension: string) => boolean };

const jsonStart = (text: string) => /^\s*(\{\s*("|\})|\[\s*([[{"\d\-tfn\]]))/.test(text);

/** Texts told by their first lines, most certain first. */
const rules: readonly Rule[] = [
  { id: 'las', fits: (text) => /^(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\S\n]*~\s*V/i.test(text) },
  {
    id: 'ags',
    fits: (text) =>
      /^\s*"?GROUP"?\s*,\s*"?[A-Z]{4}"?/m.test(text.slice(0, 3000)) || /^\s*"\*\*\??[A-Z]{4}"/.test(text),
  },
  { id: 'dxf', fits: (text) => /^(\s*999\s*\r?\n[^\n]*\n)*\s*0\s*\r?\n\s*SECTION\s*\r?\n/.test(text) },
  { id: 'eps', fits: (text) => /^%!PS-Adobe-\d\.\d EPSF/.test(text) },
  { id: 'postscript', fits: (text) => /^%!PS/.test(text) || /^%!\s/.test(text) },
  { id: 'rtf', fits: (text) => text.startsWith('{\\rtf') },
  {
    id: 'esri-prj',
    fits: (text) => /^\s*(PROJCS|GEOGCS|GEOCCS|LOCAL_CS|COMPD_CS|PROJCRS|GEOGCRS|VERT_CS)\s*\[/.test(text),
  },
  { id: 'esri-ascii-grid', fits: (text) => /^\s*ncols\s+\d+\s+nrows\s+\d+/i.test(text) },
  { id: 'er-mapper', fits: (text) => /^\s*DatasetHeader\s+Begin/i.test(text) },
  {
    id: 'bsb',
    fits: (text) => /^(![^\n]*\n)*(VER|CRR|BSB)\/[^\n]*/.test(text) && /\b(BSB|KNP)\//.test(text),
  },
  {
    id: 'mapinfo-mif',
    fits: (text) => /^\s*version\s+\d+/i.test(text) && /charset|columns/i.test(text.slice(0, 400)),
  },
  { id: 'mapinfo-tab', fits: (text) => /^\s*!table/i.test(text) },
  { id: 'json', fits: (text, extension) => jsonStart(text) || /json$/.test(extension) },
  {
    id: 'email',
    fits: (text) =>
      /^(Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|Date): [^\n]+\n[\w-]+:/i.test(text),
  },
  { id: 'code-page', fits: (text, extension) => ['cpg', 'cst'].includes(extension) && text.length < 40 },
];

/** True for bytes that read as text in the guessed encoding. */
function isText(text: string): boolean {
  const sample = text.slice(0, 8000);
  const odd = countControls(sample);
  return sample.trim() !== '' && odd <= sample.length * 0.002 + (sample.length > 200 ? 1 : 0);
}

/** Identifies a text by its content; undefined when the bytes are not text. */
export function identifyText(bytes: Uint8Array, extension: string, cut: boolean): string | undefined {
  const text = decode(bytes, guessEncoding(bytes, cut));
  const markup = identifyXml(text, extension);
  if (markup) return markup;
  const sure = rules.slice(0, 3).find((rule) => rule.fits(text, extension));
  if (sure) return sure.id;
  if (!isText(text)) return undefined;
  const rule = rules.find((candidate) => candidate.fits(text, extension));
  if (rule) return rule.id;
  return looksDelimited(text, extension, cut) ? 'csv' : 'text';
}
