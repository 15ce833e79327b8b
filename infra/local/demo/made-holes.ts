import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { HoleContent, HoleInput } from '@geoarchive/contract/hole-parts.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { lots } from './lots.ts';
import { places } from './places.ts';

type Draw = () => number;
type Curve = HoleContent['logs'][number]['index'];
type Place = (typeof places)[number];

/** What lies below a hole, from the top: rock, stratum, the share of the depth it takes. */
const columns: Readonly<
  Record<'ore' | 'coal' | 'oil' | 'town', readonly [string, string, string, number][]>
> = {
  ore: [
    ['残坡积粉质黏土', '第四系', '黄褐色', 1],
    ['强风化花岗岩', '燕山期', '灰黄色', 1],
    ['大理岩', '大冶组', '灰白色', 3],
    ['矽卡岩', '大冶组', '暗绿色', 2],
    ['含矿矽卡岩', '大冶组', '黑绿色', 1],
    ['花岗闪长岩', '燕山期', '浅灰色', 4],
  ],
  coal: [
    ['黄土', '第四系', '浅黄色', 2],
    ['细砂岩', '安定组', '紫红色', 3],
    ['泥岩', '直罗组', '灰绿色', 3],
    ['中砂岩', '延安组', '灰白色', 4],
    ['煤', '延安组', '黑色', 1],
    ['炭质泥岩', '延安组', '灰黑色', 1],
    ['粉砂岩', '富县组', '深灰色', 3],
  ],
  oil: [
    ['粉砂质黏土', '平原组', '黄灰色', 3],
    ['泥岩', '明化镇组', '棕红色', 5],
    ['砂砾岩', '馆陶组', '浅灰色', 4],
    ['细砂岩', '东营组', '灰色', 5],
    ['油页岩', '沙河街组', '褐灰色', 3],
    ['石灰岩', '奥陶系', '灰色', 4],
  ],
  town: [
    ['杂填土', '人工填土', '杂色', 1],
    ['粉质黏土', '全新统', '黄褐色', 2],
    ['粉细砂', '全新统', '灰色', 3],
    ['卵石', '更新统', '杂色', 2],
    ['中风化砂岩', '白垩系', '紫红色', 3],
  ],
};
type Ground = keyof typeof columns;
const groundOf = ({ mineral }: Place, n: number): Ground => {
  if (n % 9 === 8) return 'town';
  if (mineral === '煤') return 'coal';
  return mineral === '石油' || mineral === '页岩气' ? 'oil' : 'ore';
};
const depths: Readonly<Record<Ground, [number, number]>> = {
  ore: [120, 900],
  coal: [200, 800],
  oil: [1800, 4200],
  town: [20, 80],
};
const round = (value: number, places = 2): number => Number(value.toFixed(places));
const between = (draw: Draw, least: number, most: number): number => least + draw() * (most - least);

/** Layers of a column down to a depth; asked for more than there are rocks, the column comes again and again. */
const layersOf = (
  ground: Ground,
  depth: number,
  count: number,
  draw: Draw,
): HoleContent['children']['layers'] => {
  const column = columns[ground];
  const rocks = Array.from({ length: count }, (_, at) => column[at % column.length] ?? column[0]).filter(
    (rock) => rock !== undefined,
  );
  const weights = rocks.map(([, , , weight]) => weight * between(draw, 0.6, 1.4));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const ends = weights.map((_, at) =>
    round((weights.slice(0, at + 1).reduce((sum, weight) => sum + weight, 0) / whole) * depth),
  );
  return rocks.map(([rock, stratum, colour], at) => ({
    layer: String(at + 1),
    from: ends[at - 1] ?? 0,
    to: at === rocks.length - 1 ? depth : (ends[at] ?? depth),
    rock,
    stratum,
    colour,
    description: `${colour}${rock}，${draw() < 0.5 ? '中厚层状' : '块状'}构造，岩心较完整，节理${draw() < 0.5 ? '不发育' : '较发育'}。`,
    recovery: round(between(draw, 75, 100), 1),
  }));
};

const samplesOf = (layers: HoleContent['children']['layers'], mineral: string, draw: Draw) => {
  const rich = layers.filter(({ rock }) => /矿|煤|油页岩/.test(rock ?? ''));
  const samples = rich.flatMap(({ from, to }) =>
    Array.from({ length: Math.min(6, Math.floor(to - from)) }, (_, at) => ({
      from: round(from + at),
      to: round(from + at + 1),
    })),
  );
  const element = mineral === '煤' ? 'Ad' : mineral === '铁矿' ? 'TFe' : 'Cu';
  const numbered = samples.map((span, at) => ({ sample: `H${at + 1}`, type: '基本分析', ...span }));
  return {
    samples: numbered,
    assays: numbered.map(({ sample }) => ({
      sample,
      element,
      value: round(between(draw, 0.2, element === 'Cu' ? 2.4 : 38)),
      unit: '%',
    })),
  };
};

const childrenOf = (ground: Ground, depth: number, count: number, mineral: string, draw: Draw) => {
  const layers = layersOf(ground, depth, count, draw);
  const tops = [...new Map(layers.map(({ stratum, from }) => [stratum, from] as const).reverse())]
    .flatMap(([stratum, top]) => (stratum === undefined ? [] : [{ stratum, top }]))
    .sort((a, b) => a.top - b.top);
  const stations = Array.from({ length: Math.floor(depth / 50) }, (_, at) => (at + 1) * 50);
  const [lean, bearing] = [between(draw, 0.5, 3), between(draw, 0, 359)];
  return {
    survey: stations.map((at) => ({
      depth: at,
      inclination: round(lean * (at / 100)),
      azimuth: round((bearing + at / 40) % 360),
    })),
    runs: [],
    layers,
    ...samplesOf(layers, mineral, draw),
    hydro: [{ kind: '静止水位', value: round(between(draw, 3, 40)), unit: 'm' }],
    casing: [{ kind: '表层套管', from: 0, to: Math.min(30, round(depth / 4)), diameter: 146 }],
    boxes: Array.from({ length: Math.min(60, Math.ceil(depth / 5)) }, (_, at) => ({
      box: String(at + 1),
      from: at * 5,
      to: Math.min(depth, at * 5 + 5),
      slots: 5,
    })),
    tests: [],
    tops,
    seal: [],
  } satisfies HoleContent['children'];
};

/** A hole with so many layers (0: as many as its column has), invented, the same for the same number. */
export const madeHole = (n: number, layers = 0): HoleInput & { children: HoleContent['children'] } => {
  const draw = lots(n + 1);
  const place = places[n % places.length] ?? places[0];
  const ground = groundOf(place, n);
  const [least, most] = depths[ground];
  const depth = round(between(draw, least, most), 1);
  const started = addDays('1998-01-01', Math.floor(draw() * 10_000));
  const line = Math.floor(n / places.length) % 40;
  const well = ground === 'oil';
  const name = place.name.replace(/^.*[省区]/, '');
  return {
    header: {
      hole: `${well ? 'YS' : 'ZK'}${String(line).padStart(2, '0')}${String(n).padStart(4, '0')}`,
      project: ground === 'town' ? `${name}城市地质调查（示例）` : `${name}${place.mineral}勘查（示例）`,
      line: String(line),
      holeType: well ? 'oil-gas' : ground === 'town' ? 'engineering' : 'geological',
      ...(ground === 'town' ? {} : { mineral: place.mineral }),
      workDegree: (['普查', '详查', '勘探'] as const)[n % 3],
      industry: well ? '石油' : ground === 'coal' ? '煤炭' : ground === 'town' ? '建设' : '冶金',
      crs: '4490',
      x: round(place.at[0] + between(draw, -0.35, 0.35), 6),
      y: round(place.at[1] + between(draw, -0.3, 0.3), 6),
      elevation: round(between(draw, 5, 1400), 1),
      startedOn: started,
      finishedOn: addDays(started, Math.ceil(depth / 12)),
      finalDepth: depth,
      dip: 90,
      status: 'completed',
      region: place.code,
      secrecy: n % 10 < 7 ? 'public' : 'internal',
      custodian: `${place.name.replace(/[省区].*$/, (end) => end.slice(0, 1))}地质资料馆（示例）`,
      ...(well
        ? {
            wellClass: 'wildcat',
            wellShape: 'vertical',
            basin: '示例盆地',
            block: `示例${n % 5}区块`,
            kellyBushing: 7.5,
          }
        : {}),
    },
    children: childrenOf(ground, depth, layers === 0 ? columns[ground].length : layers, place.mineral, draw),
  };
};

const packed = (values: Float64Array): { sha256: string; values: string } => {
  const bytes = new Uint8Array(values.buffer);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    values: gzipSync(bytes).toString('base64'),
  };
};
const kinds = [
  ['GR', 'API', 75, 40],
  ['DEN', 'g/cm3', 2.4, 0.2],
  ['AC', 'us/m', 250, 60],
  ['RT', 'ohm.m', 40, 35],
  ['SP', 'mV', -40, 25],
  ['CAL', 'cm', 22, 2],
] as const;

/** A log of a hole with its values as they are sent: wavy curves, calm within a layer, a step at each border. */
export const madeLog = (
  n: number,
  depth: number,
  { samples = 2000, curves = kinds.length }: { samples?: number; curves?: number } = {},
): { log: HoleContent['logs'][number]; values: { sha256: string; values: string }[] } => {
  const draw = lots(n + 77);
  const step = depth / samples;
  const index = Float64Array.from({ length: samples }, (_, at) => round(at * step, 4));
  const drawn = Array.from({ length: curves }, (_, at) => {
    const [name, unit, mean, swing] = kinds[at % kinds.length] ?? kinds[0];
    const [phase, wave] = [draw() * 6, between(draw, 40, 120)];
    const values = Float64Array.from(index, (md) =>
      round(
        mean +
          swing *
            (0.6 * Math.sin(md / wave + phase) +
              0.25 * Math.sign(Math.sin(md / (wave / 3))) +
              0.15 * (draw() - 0.5)),
        3,
      ),
    );
    return {
      mnemonic: at < kinds.length ? name : `${name}${Math.floor(at / kinds.length) + 1}`,
      unit,
      values,
    };
  });
  const facts = (mnemonic: string, unit: string, values: Float64Array, sha256: string): Curve => ({
    mnemonic,
    unit,
    sha256,
    samples,
    top: index[0],
    base: index.at(-1),
    least: values.reduce((a, b) => Math.min(a, b)),
    most: values.reduce((a, b) => Math.max(a, b)),
  });
  const first = packed(index);
  const rest = drawn.map((curve) => ({ ...curve, sent: packed(curve.values) }));
  return {
    log: {
      id: 'log-1',
      file: `示例${n}.las`,
      format: 'las-2.0',
      index: facts('DEPT', 'm', index, first.sha256),
      indexUnit: 'm',
      curves: rest.map(({ mnemonic, unit, values, sent }) => facts(mnemonic, unit, values, sent.sha256)),
      parameters: [],
    },
    values: [first, ...rest.map(({ sent }) => sent)],
  };
};
