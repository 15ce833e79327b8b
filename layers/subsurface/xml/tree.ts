import type { Source } from '@geoarchive/formats/source.ts';
import { decode, guessEncoding } from '@geoarchive/formats/text/encoding.ts';
import { xmlScanner } from '@geoarchive/sheets/xlsx/read/scan.ts';
import { attribute, xmlText } from '@geoarchive/sheets/xlsx/read/text.ts';

/** An element by its name without prefix; `attributes` as they stand in the file. */
export type Element = { name: string; attributes: string; text: string; children: Element[] };

const most = 64 * 1024 * 1024;
const mostElements = 2_000_000;

/** The elements of a document. Throws where it is too large, has a DOCTYPE, or is no XML. */
export const readTree = async (source: Source): Promise<Element> => {
  if (source.size > most) throw new Error(`${source.size} bytes of XML`);
  const bytes = await source.read(0, source.size);
  const root: Element = { name: '', attributes: '', text: '', children: [] };
  const stack: Element[] = [root];
  let count = 0;
  const scanner = xmlScanner({
    open(name, attributes, closed) {
      if (++count > mostElements) throw new Error(`over ${mostElements} elements`);
      const element: Element = { name, attributes, text: '', children: [] };
      stack.at(-1)?.children.push(element);
      if (!closed) stack.push(element);
    },
    close() {
      if (stack.length > 1) stack.pop();
    },
    text(text) {
      const element = stack.at(-1);
      if (element !== undefined) element.text += xmlText(text);
    },
  });
  scanner.write(decode(bytes, guessEncoding(bytes, false)));
  return root;
};

export const attributeOf = ({ attributes }: Element, name: string): string | undefined =>
  attribute(attributes, name);

/** All elements below one that have a name of these, in the order of the file. */
export const below = (element: Element, names: ReadonlySet<string>): Element[] =>
  element.children.flatMap((child) =>
    names.has(child.name) ? [child, ...below(child, names)] : below(child, names),
  );
/** The first element below one with the surest of these names. */
export const firstBelow = (element: Element, ...names: string[]): Element | undefined => {
  for (const name of names) {
    const [found] = below(element, new Set([name]));
    if (found !== undefined) return found;
  }
  return undefined;
};
/** The words in an element and all below it. */
export const wordsIn = (element: Element | undefined): string =>
  element === undefined
    ? ''
    : [element.text, ...element.children.map(wordsIn)]
        .map((text) => text.trim())
        .filter(Boolean)
        .join(' ')
        .replace(/\s+/g, ' ');
