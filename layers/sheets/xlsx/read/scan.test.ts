import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { xmlScanner } from './scan.ts';
import { attribute, xmlText } from './text.ts';

const text = fc.string({
  unit: fc.constantFrom('a', '甲', ' ', '\n', '&amp;', '&#x4e00;', '&#60;', '>', '"', "'", '/', '='),
});
const value = fc.string({ unit: fc.constantFrom('b', '乙', '&quot;', '>', '/', '=', ' ') });
const name = fc.constantFrom('row', 'c', 'v', 'is', 't');
const { tree } = fc.letrec<{ tree: string; element: string }>((tie) => ({
  element: fc
    .record({ name, attributes: fc.dictionary(fc.constantFrom('r', 's', 't'), value), inner: tie('tree') })
    .map(({ name: tag, attributes, inner }) => {
      const said = Object.entries(attributes).map(([key, one]) => ` ${key}="${one}"`);
      return inner === '' ? `<${tag}${said.join('')}/>` : `<${tag}${said.join('')}>${inner}</${tag}>`;
    }),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map((raw) => raw.replaceAll(']]>', '')),
    fc.constantFrom('<!-- <c> -->', '<![CDATA[<v>&amp;</v>]]>', '<?x y?>'),
    fc.array(tie('element'), { maxLength: 4 }).map((parts) => parts.join('')),
  ),
}));

/** What an independent parser tells of the same XML; texts in a row as one. */
const bySaxes = (xml: string): string[] => {
  const told: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name: tag, attributes, isSelfClosing }) =>
    told.push(`<${tag} ${attributes['r'] ?? '-'}${isSelfClosing ? '/' : ''}`),
  );
  parser.on('closetag', ({ name: tag, isSelfClosing }) => isSelfClosing || told.push(`>${tag}`));
  const add = (some: string) => told.push(`"${some}`);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return told;
};
const byUs = (xml: string, cut: number): string[] => {
  const told: string[] = [];
  const scanner = xmlScanner({
    open: (tag, attributes, closed) =>
      told.push(`<${tag} ${attribute(attributes, 'r') ?? '-'}${closed ? '/' : ''}`),
    close: (tag) => told.push(`>${tag}`),
    text: (raw) => told.push(`"${xmlText(raw)}`),
  });
  for (let at = 0; at < xml.length; at += cut) scanner.write(xml.slice(at, at + cut));
  return told;
};
const joined = (told: string[]) =>
  told
    .filter((one) => one !== '"')
    .reduce<string[]>((all, one) => {
      const last = all.at(-1);
      if (one.startsWith('"') && last?.startsWith('"')) all[all.length - 1] = last + one.slice(1);
      else all.push(one);
      return all;
    }, []);

test('the scanner tells the same as another parser, wherever the text is cut', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 1, max: 40 }), (inner, cut) => {
      const xml = `<sheet>${inner}</sheet>`;
      expect(joined(byUs(xml, cut))).toEqual(joined(bySaxes(xml)));
    }),
  );
});
