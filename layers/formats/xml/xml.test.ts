import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codes, look } from '../testing/look.ts';
import { unescapeXml } from './text.ts';
import { wellFormedFault } from './well-formed.ts';

const fault = (text: string) => wellFormedFault(text, () => undefined)?.what;

test.each([
  '<a/>',
  '<?xml version="1.0"?><!-- c --><a b="1 > 0"><c>t &amp; u</c><![CDATA[<x>]]></a>',
  '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
  "<钻孔 编号='1'/>",
])('%s is well-formed', (text) => {
  expect(fault(text)).toBeUndefined();
});

test.each([
  '<a>',
  '<a></b>',
  '<a b=1/>',
  '<a b="1" b="2"/>',
  '<a/><b/>',
  '<a>&unknown;</a>',
  '<a>x & y</a>',
  'text <a/>',
  '<a',
  '<a><!-- </a>',
  '',
])('%s is not', (text) => {
  expect(fault(text)).toBeDefined();
});

test('any tree of elements is well-formed, and not when a tag is taken away', () => {
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('<x/>', 'words', '<y z="1"></y>'),
      fc.array(tie('tree'), { maxLength: 3 }).map((inside) => `<e>${inside.join('')}</e>`),
    ),
  }));
  fc.assert(
    fc.property(tree, (inside) => {
      expect(fault(`<r>${inside}</r>`)).toBeUndefined();
      expect(fault(`<r>${inside}`)).toBeDefined();
    }),
  );
});

test('entities', () => {
  expect(unescapeXml('&lt;&#20013;&#x6587;&amp;&other;')).toBe('<中文&&other;');
});

test('an outside entity is never read, and a bomb of entities is told', async () => {
  const outside = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
  expect(codes(await look('a.xml', outside))).toEqual(['e:outside-reference']);
  const lines = [1, 2, 3, 4].map((i) => `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`).join('');
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "x">${lines}]><a>&l4;</a>`;
  expect(codes(await look('a.xml', bomb))).toEqual(['e:archive-bomb']);
});

test('KML: name, features, extent', async () => {
  const kml =
    '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>钻孔</name><Placemark><Point><coordinates>116.5,39.9,0</coordinates></Point></Placemark></Document></kml>';
  expect(await look('a.kml', kml)).toMatchObject({
    valid: true,
    format: { id: 'kml', puid: 'fmt/244' },
    metadata: { title: '钻孔', features: 1, bbox: [116.5, 39.9, 116.5, 39.9] },
  });
});
