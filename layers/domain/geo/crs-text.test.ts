import { describe, expect, test } from '@jest/globals';
import { crsOfEpsg } from './crs.ts';
import { crsOfText, crsText } from './crs-text.ts';

describe('a system named by', () => {
  test.each([
    ['4526', 4526],
    ['EPSG:4490', 4490],
    ['urn:ogc:def:crs:EPSG::4326', 4326],
    ['CGCS2000 经纬度', 4490],
    ['2000国家大地坐标系（经纬度）', 4490],
    ['ＣＧＣＳ２０００　经纬度', 4490],
    ['西安80 经纬度', 4610],
    ['北京54 经纬度', 4214],
    ['WGS84 经纬度', 4326],
    ['西安80 3度带 38带', 2370 + 13],
    ['1980西安坐标系 三度带 第38带', 2370 + 13],
    ['北京54 6度带 20带', 21453 + 7],
    ['CGCS2000 3度带 中央经线114', 4547],
    ['CGCS2000 / 3-degree Gauss-Kruger CM 114E', 4547],
    ['CGCS2000 38带', 4547],
    ['Beijing 1954 / Gauss-Kruger zone 20', 21453 + 7],
  ])('%s', (text, code) => {
    expect(crsOfText(text)).toEqual(crsOfEpsg(code));
  });

  test('a datum alone is told by what the place looks like', () => {
    expect(crsOfText('西安80', 116.4, 39.9)).toEqual(crsOfEpsg(4610));
    expect(crsOfText('WGS84', 116.4, 39.9)).toEqual(crsOfEpsg(4326));
    expect(crsOfText('CGCS2000', 38_500_100, 4_300_200)).toEqual(crsOfEpsg(4526));
    expect(crsOfText('北京54', 20_500_100, 4_300_200)).toEqual(crsOfEpsg(21420));
    expect(crsOfText('西安80 3度带 38带', 38_500_100, 4_300_200)).toEqual(crsOfEpsg(2362));
  });

  test.each([
    '',
    '地方坐标系',
    '西安80',
    'CGCS2000 6度带 38带',
    '西安80 转 北京54',
    'OSGB',
    '9999',
    'CGCS2000 3度带 38带 中央经线117',
    'WGS84 UTM 50带',
    'WGS 84 / UTM zone 50N',
    'CGCS2000 墨卡托 中央经线114',
    'WGS84 Web Mercator',
  ])('what leaves something open is not guessed: %s', (text) => {
    expect(crsOfText(text, 500_100, 4_300_200)).toBeUndefined();
  });

  test('another projection is not Gauss–Krüger, whatever its zone or numbers are', () => {
    for (const text of ['WGS84 UTM zone 38', 'WGS84 Mercator', 'CGCS2000 UTM', 'WGS84 通用横轴墨卡托 20带'])
      expect(crsOfText(text, 38_500_100, 4_300_200)).toBeUndefined();
    expect(crsOfText('EPSG:4526 (Transverse Mercator)')).toEqual(crsOfEpsg(4526));
  });

  test('what is written is read again', () => {
    for (const code of [4490, 4547, 2383, 21460]) {
      const crs = crsOfEpsg(code);
      expect(crs && crsOfText(crsText(crs))).toEqual(crs);
    }
  });
});
