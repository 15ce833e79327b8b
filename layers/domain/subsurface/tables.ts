import { date, declareTable, fromDepth, number, ofHole, type RowOf, toDepth, words } from './table.ts';

const depth = <const K extends 'depth' | 'top'>(key: K, zh: string, en: string) =>
  ({ ...number(key, zh, en, 0, 20_000), key, required: true }) as const;
const recovery = number('recovery', '采取率 (%)', 'Recovery (%)', 0, 110);

/** 测斜. Either `inclination` (天顶角, from straight down) or `dip` (倾角, from level, down positive). */
export const surveyTable = declareTable({
  id: 'holes-survey',
  version: 1,
  title: { zh: '测斜', en: 'Survey' },
  key: ['hole', 'depth'],
  columns: [
    ofHole,
    depth('depth', '测点深度 (m)', 'Depth (m)'),
    number('inclination', '天顶角 (°)', 'Inclination (°)', 0, 180),
    number('dip', '倾角 (°)', 'Dip (°)', -90, 90),
    number('azimuth', '方位角 (°)', 'Azimuth (°)', 0, 360),
  ],
  examples: [{ hole: 'ZK0101', depth: 100, inclination: 1.5, azimuth: 135 }],
});
/** 回次 */
export const runTable = declareTable({
  id: 'holes-runs',
  version: 1,
  title: { zh: '回次', en: 'Runs' },
  key: ['hole', 'from'],
  columns: [
    ofHole,
    words('run', '回次号', 'Run', 20),
    fromDepth,
    toDepth,
    number('coreLength', '岩心长 (m)', 'Core length (m)', 0, 1000),
    recovery,
    number('waterLevel', '水位 (m)', 'Water level (m)'),
    words('shift', '班次', 'Shift', 60),
    date('date', '日期', 'Date'),
    words('recorder', '记录员', 'Recorder', 60),
  ],
  examples: [{ hole: 'ZK0101', run: '1', from: 0, to: 3, coreLength: 2.7, recovery: 90 }],
});
/** 分层 */
export const layerTable = declareTable({
  id: 'holes-layers',
  version: 1,
  title: { zh: '分层', en: 'Layers' },
  key: ['hole', 'from'],
  columns: [
    ofHole,
    words('layer', '层号', 'Layer', 20),
    fromDepth,
    toDepth,
    words('rockCode', '岩石代码', 'Rock code', 30),
    { ...words('rock', '岩石名称', 'Rock', 200), aliases: ['岩性', 'Lithology'] },
    words('stratum', '地层', 'Stratum', 100),
    words('colour', '颜色', 'Colour', 60),
    words('description', '岩性描述', 'Description', 4000),
    words('structure', '结构构造', 'Structure', 500),
    words('mineralisation', '矿化蚀变', 'Mineralisation', 500),
    recovery,
  ],
  examples: [{ hole: 'ZK0101', layer: '1', from: 0, to: 12.4, rock: '粉质黏土', stratum: 'Q4' }],
});
/** 样品; one taken at a point has no `to`. */
export const sampleTable = declareTable({
  id: 'holes-samples',
  version: 1,
  title: { zh: '样品', en: 'Samples' },
  key: ['hole', 'sample'],
  columns: [
    ofHole,
    { ...words('sample', '样号', 'Sample', 60), required: true },
    words('type', '样品类型', 'Type', 60),
    fromDepth,
    { ...toDepth, required: false },
    words('laboratory', '化验室', 'Laboratory', 100),
    words('batch', '批号', 'Batch', 60),
  ],
  examples: [{ hole: 'ZK0101', sample: 'H1', type: '基本分析', from: 100, to: 101 }],
});
/** 化验: a value of a sample; `limit` is '<' where it lies below what the method can tell. */
export const assayTable = declareTable({
  id: 'holes-assays',
  version: 1,
  title: { zh: '化验', en: 'Assays' },
  key: ['hole', 'sample', 'element', 'method', 'unit'],
  columns: [
    ofHole,
    { ...words('sample', '样号', 'Sample', 60), required: true },
    { ...words('element', '元素', 'Element', 30), aliases: ['分析项目', '组分'], required: true },
    {
      key: 'limit',
      label: { zh: '检出限标记', en: 'Limit mark' },
      type: 'code',
      codes: [
        { code: '<', label: { zh: '低于', en: 'below' } },
        { code: '>', label: { zh: '高于', en: 'above' } },
      ],
    },
    { ...number('value', '含量', 'Value'), required: true },
    words('unit', '单位', 'Unit', 30),
    words('method', '分析方法', 'Method', 100),
  ],
  examples: [{ hole: 'ZK0101', sample: 'H1', element: 'Cu', value: 0.86, unit: '%' }],
});
/** 水文 */
export const hydroTable = declareTable({
  id: 'holes-hydro',
  version: 1,
  title: { zh: '水文', en: 'Hydrogeology' },
  key: ['hole', 'kind', 'from', 'to', 'date'],
  columns: [
    ofHole,
    { ...words('kind', '项目', 'What', 60), required: true },
    number('from', '自 (m)', 'From (m)', 0, 20_000),
    number('to', '至 (m)', 'To (m)', 0, 20_000),
    number('value', '数值', 'Value'),
    words('unit', '单位', 'Unit', 30),
    date('date', '日期', 'Date'),
    words('remarks', '备注', 'Remarks', 500),
  ],
  examples: [{ hole: 'ZK0101', kind: '静止水位', value: 12.3, unit: 'm', date: '2025-05-21' }],
});
/** 套管 */
export const casingTable = declareTable({
  id: 'holes-casing',
  version: 1,
  title: { zh: '套管', en: 'Casing' },
  key: ['hole', 'kind', 'from', 'to', 'diameter'],
  columns: [
    ofHole,
    words('kind', '类型', 'Kind', 60),
    fromDepth,
    toDepth,
    number('diameter', '外径 (mm)', 'Outer diameter (mm)', 0, 3000),
    words('material', '材质', 'Material', 60),
    number('cementTop', '水泥返高 (m)', 'Top of cement (m)', 0, 20_000),
  ],
  examples: [{ hole: 'ZK0101', kind: '表层套管', from: 0, to: 12, diameter: 146 }],
});
/** 岩心箱 */
export const boxTable = declareTable({
  id: 'holes-boxes',
  version: 1,
  title: { zh: '岩心箱', en: 'Core boxes' },
  key: ['hole', 'box'],
  columns: [
    ofHole,
    { ...words('box', '箱号', 'Box', 30), required: true },
    fromDepth,
    toDepth,
    number('slots', '槽数', 'Slots', 0, 100),
    date('boxedOn', '装箱日期', 'Boxed'),
    words('shelf', '库位', 'Shelf', 60),
    words('photo', '照片文件', 'Photo', 255),
  ],
  examples: [{ hole: 'ZK0101', box: '1', from: 0, to: 5, slots: 5, shelf: 'A-01-03' }],
});
/** 试油 and other tests */
export const testTable = declareTable({
  id: 'holes-tests',
  version: 1,
  title: { zh: '试油测试', en: 'Tests' },
  key: ['hole', 'test', 'from', 'to', 'method', 'date'],
  columns: [
    ofHole,
    words('test', '测试编号', 'Test', 30),
    fromDepth,
    toDepth,
    words('method', '测试方法', 'Method', 100),
    number('oil', '日产油 (t)', 'Oil (t/d)', 0),
    number('gas', '日产气 (m³)', 'Gas (m³/d)', 0),
    number('water', '日产水 (m³)', 'Water (m³/d)', 0),
    number('pressure', '地层压力 (MPa)', 'Pressure (MPa)', 0),
    words('result', '结论', 'Result', 200),
    date('date', '日期', 'Date'),
  ],
  examples: [{ hole: 'ZK0101', test: '1', from: 280, to: 290, method: '抽水', water: 35 }],
});
/** 层位 (formation tops) */
export const topTable = declareTable({
  id: 'holes-tops',
  version: 1,
  title: { zh: '地质分层', en: 'Formation tops' },
  key: ['hole', 'stratum', 'top'],
  columns: [
    ofHole,
    { ...words('stratum', '层位', 'Stratum', 100), required: true },
    depth('top', '顶深 (m)', 'Top (m)'),
    words('basis', '依据', 'Basis', 200),
  ],
  examples: [{ hole: 'ZK0101', stratum: '延长组', top: 210 }],
});
/** 封孔 */
export const sealTable = declareTable({
  id: 'holes-seal',
  version: 1,
  title: { zh: '封孔', en: 'Sealing' },
  key: ['hole', 'from', 'to'],
  columns: [
    ofHole,
    fromDepth,
    toDepth,
    words('material', '封孔材料', 'Material', 100),
    words('design', '设计', 'Design', 500),
    date('sealedOn', '封孔日期', 'Sealed'),
    words('record', '记录文件', 'Record', 255),
  ],
  examples: [{ hole: 'ZK0101', from: 300, to: 320.5, material: '水泥', sealedOn: '2025-05-25' }],
});

/** The depth-indexed children of a hole, in the order in which template and page show them. */
export const childTables = {
  survey: surveyTable,
  runs: runTable,
  layers: layerTable,
  samples: sampleTable,
  assays: assayTable,
  hydro: hydroTable,
  casing: casingTable,
  boxes: boxTable,
  tests: testTable,
  tops: topTable,
  seal: sealTable,
} as const;
export type ChildKind = keyof typeof childTables;
const isChildKind = (key: string): key is ChildKind => Object.hasOwn(childTables, key);
export const childKinds: readonly ChildKind[] = Object.keys(childTables).filter(isChildKind);
export type ChildRow<K extends ChildKind> = Omit<RowOf<(typeof childTables)[K]>, 'hole'>;
export type Children = { [K in ChildKind]: readonly ChildRow<K>[] };
