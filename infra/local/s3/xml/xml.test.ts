import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { all, child, rawTextOf, readXml, textOf } from './read.ts';
import { escapeXml, xmlDocument } from './write.ts';

describe('what is written can be read', () => {
  test('any text, also control characters and emoji', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const root = readXml(xmlDocument('A', [['B', text]]));
        expect(rawTextOf(root, 'B')).toBe(text);
      }),
    );
    const controls = '\0\u0001\r\n\t\u007f<>&"\'';
    expect(rawTextOf(readXml(xmlDocument('A', [['B', controls]])), 'B')).toBe(controls);
  });
  test('nested fields; undefined leaves an element out', () => {
    const root = readXml(
      xmlDocument('A', [
        [
          'B',
          [
            ['C', 1],
            ['C', true],
          ],
        ],
        ['D', undefined],
        ['E', []],
      ]),
    );
    expect(all(child(root, 'B') ?? root, 'C').map((c) => c.text)).toEqual(['1', 'true']);
    expect(root.children.map((c) => c.name)).toEqual(['B', 'E']);
  });
  test('control characters are references', () => {
    expect(escapeXml('a\0\r')).toBe('a&#x0;&#xd;');
  });
});

describe('what clients send', () => {
  test('declaration, comments, namespaces, attributes, CDATA, blanks, byte order mark', () => {
    const root = readXml(
      '\ufeff<?xml version="1.0"?>\n<!-- c -->\n<s3:A xmlns:s3="u" b=\'1\'>\n <B/> <C x="<y>"> t&amp;&#65;&#x42; </C><D><![CDATA[<&]]></D>\n</s3:A>\n',
    );
    expect(root.name).toBe('A');
    expect(textOf(root, 'B')).toBe('');
    expect(textOf(root, 'C')).toBe('t&AB');
    expect(rawTextOf(root, 'C')).toBe(' t&AB ');
    expect(textOf(root, 'D')).toBe('<&');
  });
  test.each([
    '',
    'x',
    '<A>',
    '<A></B>',
    '</A>',
    '<A/><B/>',
    '<A>&nope;</A>',
    '<!DOCTYPE a><A/>',
    '<A b=c/>',
    '<A>&#x110000;</A>',
    '<A/>x',
  ])('refuses %j', (source) => {
    expect(() => readXml(source)).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
  });
  test('never fails otherwise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', 'A', '/', '&', ';', '"', '=', ' ', '<!--', '-->', '<?')),
        (parts) => {
          try {
            readXml(parts.join(''));
          } catch (error) {
            expect(error).toMatchObject({ code: 'MalformedXML' });
          }
        },
      ),
    );
  });
});
