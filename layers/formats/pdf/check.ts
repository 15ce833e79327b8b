import { type PdfValue, parseObject } from './object.ts';

const textOf = (value: PdfValue | undefined) => (value && 'text' in value ? value.text : undefined);

/** A value of one of the kinds, or a reference to one somewhere else; one that is not there is not judged here. */
const isOf = (value: PdfValue | undefined, ...kinds: PdfValue['kind'][]) =>
  value === undefined || value.kind === 'reference' || textOf(value) === 'null' || kinds.includes(value.kind);

/** What each type of dictionary must or must not hold (ISO 32000-1, tables 5, 28, 29, 30, 100 and 111). */
function wrongEntry(entries: Map<string, PdfValue>, stream: boolean): string | undefined {
  const type = textOf(entries.get('Type'));
  const subtype = textOf(entries.get('Subtype')) ?? '';
  const wrong = (name: string, ...kinds: PdfValue['kind'][]) =>
    isOf(entries.get(name), ...kinds) ? undefined : `/${name} is a ${entries.get(name)?.kind}`;
  if (stream) return wrong('Length', 'number') ?? wrong('Filter', 'name', 'array');
  if (type === 'Page')
    return (
      wrong('MediaBox', 'array') ??
      wrong('Contents', 'array') ??
      wrong('Resources', 'dictionary') ??
      wrong('Annots', 'array')
    );
  if (type === 'Pages') return entries.has('Kids') ? wrong('Kids', 'array') : 'page tree without /Kids';
  if (type === 'Font' && /^(Type0|Type1|MMType1|TrueType)$/.test(subtype))
    return entries.has('BaseFont') ? wrong('BaseFont', 'name') : `${subtype} font without /BaseFont`;
  if (type !== 'Catalog') return undefined;
  if (!entries.has('Pages')) return 'catalogue without /Pages';
  const layers = entries.get('OCProperties');
  return layers?.kind === 'dictionary' && !layers.entries.has('D')
    ? '/OCProperties without its default /D'
    : undefined;
}

/** What is wrong with an object whose text begins at `start`, behind `obj`; undefined when it is right or cut. */
export function wrongObject(text: string, start: number): string | undefined {
  const parsed = parseObject(text, start);
  if (parsed === 'cut') return undefined;
  if ('broken' in parsed) return parsed.broken;
  if (parsed.value.kind !== 'dictionary') return undefined;
  const stream = /^(?:\s|%[^\r\n]*[\r\n])*stream\r?\n/.test(text.slice(parsed.end, parsed.end + 200));
  return wrongEntry(parsed.value.entries, stream);
}
