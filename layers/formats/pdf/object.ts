/** A value of a PDF as far as its kind matters (ISO 32000-1, 7.3); names and numbers keep their text. */
export type PdfValue =
  | { kind: 'number' | 'name' | 'word'; text: string }
  | { kind: 'string' | 'reference' }
  | { kind: 'array'; items: PdfValue[] }
  | { kind: 'dictionary'; entries: Map<string, PdfValue> };

/** How reading a value ended: `broken` says what is against the grammar, `cut` that it could not be read to its end. */
export type ParsedObject = { value: PdfValue; end: number } | { broken: string } | 'cut';

const DEPTH = 40;
const BLANK = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

class Broken extends Error {}
class Cut extends Error {}

const matchAt = (pattern: RegExp, text: string, at: number) => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** The place after a string in parentheses: they nest, and a backslash takes the next character's meaning. */
function afterString(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '(') open++;
    else if (char === ')' && --open === 0) return at + 1;
  }
  throw new Cut();
}

function readArray(text: string, start: number, depth: number): { value: PdfValue; end: number } {
  const items: PdfValue[] = [];
  for (let at = start + 1; ; ) {
    at += matchAt(BLANK, text, at).length;
    if (text[at] === ']') return { value: { kind: 'array', items }, end: at + 1 };
    const item = readValue(text, at, depth + 1);
    items.push(item.value);
    at = item.end;
  }
}

function readDictionary(text: string, start: number, depth: number): { value: PdfValue; end: number } {
  const entries = new Map<string, PdfValue>();
  for (let at = start + 2; ; ) {
    at += matchAt(BLANK, text, at).length;
    if (text.startsWith('>>', at)) return { value: { kind: 'dictionary', entries }, end: at + 2 };
    const key = readValue(text, at, depth + 1);
    // Readers pass over a stray value here without loss, so that the rest is not judged rather than called broken.
    if (key.value.kind !== 'name') throw new Cut();
    at = key.end + matchAt(BLANK, text, key.end).length;
    if (text.startsWith('>>', at)) throw new Broken(`/${key.value.text} has no value`);
    if (entries.has(key.value.text)) throw new Broken(`/${key.value.text} twice in a dictionary`);
    const value = readValue(text, at, depth + 1);
    entries.set(key.value.text, value.value);
    at = value.end;
  }
}

function readValue(text: string, at: number, depth: number): { value: PdfValue; end: number } {
  if (at >= text.length || depth > DEPTH) throw new Cut();
  const char = text[at];
  if (char === '(') return { value: { kind: 'string' }, end: afterString(text, at) };
  if (char === '[') return readArray(text, at, depth);
  if (text.startsWith('<<', at)) return readDictionary(text, at, depth);
  if (char === '<') {
    const end = text.indexOf('>', at);
    if (end < 0) throw new Cut();
    return { value: { kind: 'string' }, end: end + 1 };
  }
  const reference = matchAt(REFERENCE, text, at);
  if (reference) return { value: { kind: 'reference' }, end: at + reference.length };
  const name = char === '/' ? 1 : 0;
  const word = matchAt(REGULAR, text, at + name);
  const end = at + name + word.length;
  if (end >= text.length) throw new Cut();
  if (name) return { value: { kind: 'name', text: word }, end };
  if (word === '') throw new Broken(`${char} where a value must be`);
  return { value: { kind: /^[-+.\d]/.test(word) ? 'number' : 'word', text: word }, end };
}

/** Reads the value that begins at a place of a Latin-1 text. */
export function parseObject(text: string, start: number): ParsedObject {
  try {
    return readValue(text, start + matchAt(BLANK, text, start).length, 0);
  } catch (error) {
    if (error instanceof Broken) return { broken: error.message };
    if (error instanceof Cut) return 'cut';
    throw error;
  }
}
