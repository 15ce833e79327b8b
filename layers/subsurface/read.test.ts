import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { buildZip } from '@geoarchive/formats/testing/build-zip.ts';
import { describe, expect, test } from '@jest/globals';
import iconv from 'iconv-lite';
import { codesOf, csv, readAll } from './testing/files.ts';

const header = csv(
  ['钻孔编号', '钻孔类型', '坐标系', 'X', 'Y', '终孔深度 (m)'],
  ['W1', '油气', '4490', 116.4, 39.9, 100],
);
const u16 = (value: number) => [value >> 8, value & 255];
const ident = (text: string) => [text.length, ...Buffer.from(text)];
/** A DLIS of one origin (API RP 66 v1): its label, one visible record, one segment. */
const dlis = (well: string): Buffer => {
  const template = [0x34, ...ident('WELL-NAME'), 20, 0x34, ...ident('FIELD-NAME'), 20];
  const object = [0x70, 1, 0, ...ident('0'), 0x21, ...ident(well), 0x21, ...ident('Daqing')];
  const body = [0xf0, ...ident('ORIGIN'), ...template, ...object];
  const segment = [...u16(body.length + 4), 0x80, 1, ...body];
  const label = '   1V1.00RECORD 8192'.padEnd(80);
  return Buffer.from([...Buffer.from(label), ...u16(segment.length + 4), 0xff, 1, ...segment]);
};
const segy = (): Buffer => {
  const bytes = Buffer.alloc(3600 + 240 + 40);
  bytes.write('C 1 CLIENT', 0, 'latin1');
  bytes.writeUInt16BE(10, 3220);
  bytes.writeUInt16BE(1, 3224);
  return bytes;
};

test('DLIS opens a hole by the well of its origin; SEG-Y goes to the only hole', async () => {
  const read = await readAll({ 'log.dlis': dlis('W-9'), 'vsp.sgy': segy() });
  expect(read.holes).toHaveLength(1);
  expect(read.holes[0]).toMatchObject({
    lesser: true,
    header: { hole: 'W-9', block: 'Daqing', holeType: 'oil-gas' },
    attachments: [
      { format: 'DLIS', facts: { 'well-name': 'W-9', 'field-name': 'Daqing' } },
      { format: 'SEG-Y', facts: { traces: 1, samplesPerTrace: 10 } },
    ],
  });
  expect(holeInput.safeParse(read.holes[0]).success).toBe(true);
  expect(codesOf((await readAll({ 'vsp.sgy': segy() })).remarks)).toEqual(['error hole-not-told']);
});

describe('a package', () => {
  test('is read file by file, also in one that lies in it, and with names in GBK', async () => {
    const inner = buildZip([
      {
        name: 'w.las',
        data: '~V\nVERS. 2.0 :\n~W\nNULL. -9 :\nWELL. W1 :\n~C\nDEPT.M :\nGR. :\n~A\n1 2\n2 3\n',
      },
    ]);
    const read = await readAll({
      'all.zip': buildZip([
        { name: 'a/孔.csv', data: header },
        { name: 'b.zip', data: inner },
      ]),
    });
    expect(read.files.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['all.zip/a/孔.csv', 'whole'],
      ['all.zip/b.zip/w.las', 'whole'],
    ]);
    expect(read.holes).toMatchObject([{ header: { hole: 'W1' }, logs: [{ format: 'LAS 2.0' }] }]);
  });
  test('that is cut off, or holds nothing, is told', async () => {
    const whole = buildZip([{ name: 'a.csv', data: iconv.encode(header, 'gb18030') }]);
    expect(codesOf((await readAll({ 'a.zip': whole })).remarks)).toEqual([]);
    for (let length = 4; length < whole.length; length += 7) {
      const read = await readAll({ 'a.zip': whole.subarray(0, length) });
      expect([length, read.holes.length, read.files[0]?.outcome]).toEqual([length, 0, 'not']);
    }
    expect(codesOf((await readAll({ 'a.zip': buildZip([]) })).remarks)).toEqual(['error zip-empty']);
  });
});

describe('XML', () => {
  const quantity = (name: string, value: number, unit = 'm') =>
    `<bh:${name}><swe:Quantity><swe:uom code="${unit}"/><swe:value>${value}</swe:value></swe:Quantity></bh:${name}>`;
  const layer = (from: number, to: number, rock: string) =>
    `<bh:logElement><bh:MappedInterval>${quantity('mappedIntervalBegin', from)}${quantity('mappedIntervalEnd', to)}<gsml:specification xlink:title="${rock}"/></bh:MappedInterval></bh:logElement>`;
  const geosciml = `<?xml version="1.0"?><bh:Borehole gml:id="b1"><gml:name>BH&amp;1</gml:name><bh:location><gml:Point srsName="urn:ogc:def:crs:EPSG::4490"><gml:pos>39.9 116.4</gml:pos></gml:Point></bh:location>${quantity('boreholeLength', 100, 'ft')}${layer(0, 10, 'clay')}${layer(10, 30.48, 'sand')}</bh:Borehole>`;
  const boreholeMl = `<bml:Borehole gml:id="x"><bml:id>DE-7</bml:id><bml:location><gml:Point srsName="EPSG:4526"><gml:pos>38500100 4300200 51</gml:pos></gml:Point></bml:location><bml:totalLength uom="m">20</bml:totalLength><bml:layer><bml:Interval><bml:from uom="m">0</bml:from><bml:to uom="m">20</bml:to><bml:component><bml:rockName>Ton</bml:rockName></bml:component></bml:Interval></bml:layer></bml:Borehole>`;
  test('of GeoSciML: latitude first in a system named at length, lengths in their units', async () => {
    const read = await readAll({ 'x.xml': geosciml });
    expect(codesOf(read.remarks)).toEqual([]);
    expect(read.holes).toMatchObject([
      {
        header: { hole: 'BH&1', x: 116.4, y: 39.9, crs: 'EPSG:4490', finalDepth: 30.48 },
        children: { layers: [{ from: 0, to: 10, description: 'clay' }, {}] },
      },
    ]);
  });
  test('of BoreholeML', async () => {
    const read = await readAll({ 'x.xml': boreholeMl });
    expect(codesOf(read.remarks)).toEqual([]);
    expect(read.holes).toMatchObject([
      {
        header: { hole: 'DE-7', x: 38_500_100, elevation: 51, finalDepth: 20 },
        children: { layers: [{ from: 0, to: 20, rock: 'Ton' }] },
      },
    ]);
  });
  test('without holes, or with a DOCTYPE, is told', async () => {
    expect(codesOf((await readAll({ 'x.xml': '<?xml version="1.0"?><a/>' })).remarks)).toEqual([
      'error xml-no-hole',
    ]);
    expect(
      (await readAll({ 'x.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${geosciml.slice(21)}` })).files[0]?.outcome,
    ).toBe('not');
  });
});

test('nothing of Node is needed: the same without its Buffer', async () => {
  const files = {
    'a.csv': header,
    'log.dlis': dlis('W1'),
    'vsp.sgy': segy(),
    'a.zip': buildZip([{ name: 'b.csv', data: 'x' }]),
  };
  const buffer = globalThis.Buffer;
  Reflect.deleteProperty(globalThis, 'Buffer');
  try {
    const read = await readAll(files);
    expect(read.holes).toMatchObject([{ attachments: [{}, {}] }]);
  } finally {
    globalThis.Buffer = buffer;
  }
});
