import { SaxesParser } from 'saxes';

type Element = { name: string; attributes: Readonly<Record<string, string>>; text: string };

/** The elements of an SVG with their texts, in order; throws where it is not well formed. */
export const readSvg = (svg: string): Element[] => {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const one = { name, attributes, text: '' };
    found.push(one);
    open.push(one);
  });
  parser.on('text', (said) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += said;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(svg).close();
  return found;
};

/** What an SVG says, text by text. */
export const textsOf = (svg: string): string[] =>
  readSvg(svg).flatMap(({ text }) => (text.trim() === '' ? [] : [text]));
