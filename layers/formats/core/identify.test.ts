import { expect, test } from '@jest/globals';
import { bytesSource } from '../sources.ts';
import { identify } from './identify.ts';

const kind = (content: string, name = 'x') => identify(bytesSource(name, Buffer.from(content, 'latin1')));

test.each([
  ['WMAP`D21\0\0', 'mapgis-point'],
  ['WMAP`D22\0\0', 'mapgis-line'],
  ['WMAP`D23\0\0', 'mapgis-polygon'],
  ['AC1018\0\0', 'dwg'],
  ['AutoCAD Binary DXF\r\n\x1a\0', 'dxf-binary'],
  ['  0\r\nSECTION\r\n  2\r\nHEADER\r\n', 'dxf'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF89a\0\0', 'gif'],
  ['%!PS-Adobe-3.0 EPSF-3.0\n', 'eps'],
  ['{\\rtf1\\ansi }', 'rtf'],
  ['<!DOCTYPE html><html></html>', 'html'],
  ['<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>', 'kml'],
  ['<?xml version="1.0"?><a/>', 'xml'],
  ['{"type":"Feature"}', 'json'],
  ['"GROUP","PROJ"\r\n"HEADING","PROJ_ID"\r\n', 'ags'],
  ['  80V1.00RECORD08192', 'dlis'],
  [`SQLite format 3\0${'\0'.repeat(52)}GPKG`, 'geopackage'],
  [`SQLite format 3\0${'\0'.repeat(60)}`, 'sqlite'],
  ['Some words of prose, and more.\nA second line here\n', 'text'],
  ['a,b,c\n1,2,3\n4,5,6\n7,8,9\n', 'csv'],
  ['ncols 4\nnrows 3\nxllcorner 0\n', 'esri-ascii-grid'],
  ['Rar!\x1a\x07\x01\0', 'rar5'],
  ["7z\xbc\xaf'\x1c", '7z'],
  ['GEOGCS["x",DATUM["y"]]', 'esri-prj'],
])('%j is %s', async (content, expected) => {
  expect(await kind(content)).toBe(expected);
});

test('the header of a PDF may stand after some bytes', async () => {
  expect(await kind(`junk\n%PDF-1.4\n${'x'.repeat(50)}`)).toBe('pdf');
});

test('SEG-Y is told by its card image and binary header', async () => {
  const volume = Buffer.alloc(4000);
  volume[0] = 0xc3;
  volume.writeUInt16BE(500, 3220);
  volume.writeUInt16BE(1, 3224);
  expect(await identify(bytesSource('x', volume))).toBe('segy');
});

test('an archive with something in front is told by its end', async () => {
  expect(await kind(`\0\x01\x02\xff${'\0'.repeat(100)}PK\x05\x06${'\0'.repeat(18)}`)).toBe('zip');
});

test('members of a file geodatabase are told by their fixed names', async () => {
  expect(await kind('\0\xff\x01', 'a00000001.freelist')).toBe('gdb-table');
});
