import { type Crs, epsgOf, isZone } from '../geo/crs.ts';
import { crsText } from '../geo/crs-text.ts';
import { inChina, looksSwapped } from '../geo/place.ts';
import { mayBeIn } from '../geo/province-boxes.ts';
import type { HoleHeader } from './header.ts';
import { crsOf, placeOf } from './place.ts';
import type { Breach, CheckedHole, HoleRule } from './rule.ts';

type Placed = HoleHeader & { x: number; y: number };
const isPlaced = (header: HoleHeader): header is Placed => header.x !== undefined && header.y !== undefined;
const inDegrees = ({ x, y }: Placed): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 180;
const swapped = (header: HoleHeader): HoleHeader => {
  const { x, y, ...rest } = header;
  return { ...rest, ...(y === undefined ? {} : { x: y }), ...(x === undefined ? {} : { y: x }) };
};
const placed = (test: (header: Placed) => readonly Breach[]) => (hole: CheckedHole) =>
  isPlaced(hole.header) ? test(hole.header) : [];
const derived = (header: HoleHeader) => {
  const place = placeOf(header);
  return 'why' in place ? undefined : place;
};

const degreesSwapped = placed((header) =>
  inDegrees(header) &&
  crsOf(header)?.kind !== 'gauss-kruger' &&
  looksSwapped({ longitude: header.x, latitude: header.y })
    ? [{ column: 'x', values: { x: header.x, y: header.y }, mend: swapped }]
    : [],
);
/** In Chinese papers X often is the northing: eastings of China with their zone have eight digits, northings seven. */
const axesSwapped = placed((header) =>
  !inDegrees(header) && derived(header) === undefined && derived(swapped(header)) !== undefined
    ? [{ column: 'x', values: { x: header.x, y: header.y }, mend: swapped }]
    : [],
);

const wrongZone = placed((header) => {
  const crs = crsOf(header);
  if (crs?.kind !== 'gauss-kruger') return [];
  const zone = Math.floor(header.x / 1_000_000);
  if (zone === crs.zone || !isZone(crs.width, zone)) return [];
  const right: Crs = { ...crs, zone, prefixed: true };
  const mend = (old: HoleHeader): HoleHeader => ({ ...old, crs: String(epsgOf(right) ?? crsText(right)) });
  return [{ column: 'crs', values: { found: zone, zone: crs.zone }, mend }];
});

/** An easting without the zone its system asks for, or with one it does not: the same place, said in the other system. */
const prefix = placed((header) => {
  const crs = crsOf(header);
  if (crs?.kind !== 'gauss-kruger') return [];
  const has = Math.floor(header.x / 1_000_000) === crs.zone;
  const bare = header.x > 100_000 && header.x < 900_000;
  if (crs.prefixed ? !bare : !has) return [];
  const right: Crs = { ...crs, prefixed: has };
  const mend = (old: HoleHeader): HoleHeader => ({ ...old, crs: String(epsgOf(right) ?? crsText(right)) });
  return [{ column: 'crs', values: { x: header.x, zone: crs.zone }, mend }];
});

const covered = ['no-place'];
const unclear = ({ header }: CheckedHole): Breach[] => {
  const place = placeOf(header);
  if (!('why' in place) || covered.includes(place.code)) return [];
  const told = [degreesSwapped, axesSwapped, wrongZone, prefix].some(
    (test) => test({ header } as CheckedHole).length > 0,
  );
  return told ? [] : [{ column: 'crs', values: { why: place.why.en, crs: header.crs ?? '' } }];
};

const outsideRegion = ({ header }: CheckedHole): Breach[] => {
  const place = derived(header);
  if (place === undefined || header.region === undefined || mayBeIn(header.region, place) !== false)
    return [];
  const { longitude, latitude } = place;
  return [
    {
      column: 'region',
      values: { region: header.region, longitude: longitude.toFixed(4), latitude: latitude.toFixed(4) },
    },
  ];
};
const outsideChina = placed((header) => {
  const place = derived(header);
  const mendable = degreesSwapped({ header } as CheckedHole).length > 0;
  return place === undefined || inChina(place) || mendable
    ? []
    : [
        {
          column: 'x',
          values: { longitude: place.longitude.toFixed(4), latitude: place.latitude.toFixed(4) },
        },
      ];
});

/** Rules about where a hole is. */
export const placeRules: readonly HoleRule[] = [
  {
    code: 'degrees-swapped',
    severity: 'warning',
    message: { zh: '经度 {x}、纬度 {y} 看来填反了。', en: 'Longitude {x} and latitude {y} look swapped.' },
    remedy: { zh: '可一键对调经纬度；确认后再导入。', en: 'Let them be swapped, or mend the file.' },
    test: degreesSwapped,
  },
  {
    code: 'axes-swapped',
    severity: 'warning',
    message: { zh: '横坐标 {x} 与纵坐标 {y} 看来填反了。', en: 'Easting {x} and northing {y} look swapped.' },
    remedy: {
      zh: '可一键对调；横坐标（东）填入 X，纵坐标（北）填入 Y。',
      en: 'Let them be swapped: X is the easting, Y the northing.',
    },
    test: axesSwapped,
  },
  {
    code: 'wrong-zone',
    severity: 'warning',
    message: {
      zh: '横坐标带号为 {found}，与坐标系的 {zone} 带不符。',
      en: 'The easting begins with zone {found}, the system is zone {zone}.',
    },
    remedy: {
      zh: '可改用横坐标所示的带；或核对坐标。',
      en: 'Let the zone of the easting be taken, or look at the place.',
    },
    test: wrongZone,
  },
  {
    code: 'zone-prefix',
    severity: 'warning',
    message: {
      zh: '横坐标 {x} 与坐标系（{zone} 带）对带号前缀的规定不一致。',
      en: 'The easting {x} has, or lacks, the prefix of zone {zone} otherwise than its system.',
    },
    remedy: {
      zh: '可改用相应的坐标系（位置不变）。',
      en: 'Let the system with, or without, prefix be taken: the place stays the same.',
    },
    test: prefix,
  },
  {
    code: 'place-unclear',
    severity: 'warning',
    message: {
      zh: '坐标系“{crs}”不明或与坐标不符，位置未能换算。',
      en: 'The place cannot be derived (system “{crs}”): {why}',
    },
    remedy: {
      zh: '填写 EPSG 代码，或如“CGCS2000 经纬度”“西安80 3度带 38带”；核对单位与带号。',
      en: 'Give the EPSG code, or words as “CGCS2000 经纬度”; look at units and zone.',
    },
    test: unclear,
  },
  {
    code: 'outside-region',
    severity: 'warning',
    message: {
      zh: '位置（{longitude}, {latitude}）不在行政区 {region} 所在省内。',
      en: 'The place ({longitude}, {latitude}) cannot be in the province of {region}.',
    },
    remedy: { zh: '请核对坐标、带号与行政区代码。', en: 'Look at the place, its zone and the region.' },
    test: outsideRegion,
  },
  {
    code: 'outside-china',
    severity: 'warning',
    message: {
      zh: '位置（{longitude}, {latitude}）不在中国及其海域范围内。',
      en: 'The place ({longitude}, {latitude}) lies outside China and its seas.',
    },
    remedy: {
      zh: '请核对坐标与坐标系；境外钻孔可照常导入。',
      en: 'Look at place and system; a hole abroad may come in as it is.',
    },
    test: outsideChina,
  },
];
