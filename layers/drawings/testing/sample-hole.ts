import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import type { ChildRow, Children } from '@geoarchive/domain/subsurface/tables.ts';
import type { DrawnHole } from '../column/hole.ts';

const rocks = [
  ['粉质黏土', 'Q4', '黄褐色，可塑，含铁锰结核'],
  ['卵石', 'Q3', '杂色，密实，粒径20~80 mm'],
  ['强风化花岗岩', 'γ5', '岩心呈砂土状、碎块状'],
  ['黑云母二长花岗岩', 'γ5', '肉红色，中粒花岗结构，块状构造，岩心呈长柱状，RQD=85%'],
  ['矽卡岩', 'T1d', '暗绿色，见黄铜矿、磁铁矿呈浸染状分布'],
  ['铜矿体', 'T1d', '块状黄铜矿'],
  ['大理岩', 'T1d', '白色，粒状变晶结构'],
] as const;

/** So many layers of uneven thickness down to a depth in metres. */
export const sampleLayers = (count: number, depth: number): ChildRow<'layers'>[] => {
  const weights = Array.from({ length: count }, (_, at) => 1 + ((at * 7) % 5));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let from = 0;
  return weights.map((weight, at) => {
    const to = at === count - 1 ? depth : Math.round((from + (weight * depth) / sum) * 100) / 100;
    const [rock, stratum, description] = rocks[at % rocks.length] ?? rocks[0];
    const layer = { layer: String(at + 1), from, to, rock, stratum, description };
    from = to;
    return layer;
  });
};

/** A hole with something in every column of its drawing. */
export const sampleHole = (depth = 100, count = 7, more: Partial<Children> = {}): DrawnHole => ({
  header: {
    ...{ hole: 'ZK0101', project: '某铜铁矿区补充勘探', crs: '4526', x: 38_500_100.25, y: 4_300_200.5 },
    ...{ elevation: 512.3, finalDepth: depth, dip: 90, contractor: '某地质勘查院' },
    ...{ startedOn: '2025-04-01', finishedOn: '2025-05-20' },
  },
  children: {
    ...noChildren,
    layers: sampleLayers(count, depth),
    runs: [{ from: 0, to: depth / 2, recovery: 80 }],
    samples: [{ sample: 'H1', from: depth / 2, to: depth / 2 + 1 }],
    assays: [{ sample: 'H1', element: 'Cu', value: 0.86, unit: '%', limit: '<' }],
    hydro: [{ kind: '静止水位', value: 12.3, unit: 'm', date: '2025-05-21' }],
    ...more,
  },
});
