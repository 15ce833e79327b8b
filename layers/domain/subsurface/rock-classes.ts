import type { Bilingual } from '../text.ts';

/** How a rock is drawn: `pattern` names a tile of `layers/drawings/patterns.ts`. */
type RockClass = { name: Bilingual; pattern: string; colour: string };

const rock = <const P extends string>(zh: string, en: string, pattern: P, colour: string) => ({
  name: { zh, en },
  pattern,
  colour,
});

/**
 * Classes of rocks and soils with the signs of Chinese drawings (in the manner of GB/T 958, 区域地质图图例, whose plates were not at
 * hand: where signs differ from them, the plates are right). Colours are pale, so that signs and letters stay readable.
 */
export const rockClasses = {
  fill: rock('填土', 'Fill', 'fill', '#d8cfc4'),
  soil: rock('表土', 'Topsoil', 'soil', '#cdb79a'),
  peat: rock('淤泥、泥炭', 'Mud and peat', 'peat', '#b9b0a0'),
  loess: rock('黄土', 'Loess', 'loess', '#f3e0a3'),
  clay: rock('黏土', 'Clay', 'clay', '#e9d8b8'),
  silt: rock('粉土', 'Silt', 'silt', '#f1e6c4'),
  sand: rock('砂', 'Sand', 'sand', '#fbefb4'),
  gravel: rock('砾石、卵石', 'Gravel and cobbles', 'gravel', '#f2dca0'),
  conglomerate: rock('砾岩', 'Conglomerate', 'conglomerate', '#efcf9a'),
  breccia: rock('角砾岩', 'Breccia', 'breccia', '#e6c8a4'),
  sandstone: rock('砂岩', 'Sandstone', 'sandstone', '#f8e6a0'),
  siltstone: rock('粉砂岩', 'Siltstone', 'siltstone', '#e8e2b4'),
  mudstone: rock('泥岩', 'Mudstone', 'mudstone', '#d5ddc4'),
  shale: rock('页岩', 'Shale', 'shale', '#c8d3c0'),
  marl: rock('泥灰岩', 'Marl', 'marl', '#cfe0e4'),
  limestone: rock('灰岩', 'Limestone', 'limestone', '#bfdff0'),
  dolomite: rock('白云岩', 'Dolomite', 'dolomite', '#cfd3f0'),
  chert: rock('硅质岩', 'Chert', 'chert', '#e0d2e4'),
  coal: rock('煤', 'Coal', 'coal', '#2b2b2b'),
  gypsum: rock('石膏', 'Gypsum and anhydrite', 'gypsum', '#ead9ec'),
  salt: rock('盐岩', 'Salt', 'salt', '#e4f0e8'),
  granite: rock('花岗岩', 'Granite', 'granite', '#f7c6c0'),
  syenite: rock('正长岩', 'Syenite', 'syenite', '#f5cfd6'),
  diorite: rock('闪长岩', 'Diorite', 'diorite', '#e9c3d3'),
  gabbro: rock('辉长岩', 'Gabbro', 'gabbro', '#c6cfa6'),
  ultramafic: rock('超基性岩', 'Ultramafic rock', 'ultramafic', '#b4c49c'),
  diabase: rock('辉绿岩', 'Diabase', 'diabase', '#bcd0ae'),
  basalt: rock('玄武岩', 'Basalt', 'basalt', '#b9ccb8'),
  andesite: rock('安山岩', 'Andesite', 'andesite', '#cfd8b6'),
  rhyolite: rock('流纹岩', 'Rhyolite', 'rhyolite', '#f4d3b4'),
  porphyry: rock('斑岩', 'Porphyry', 'porphyry', '#f1c9ae'),
  tuff: rock('凝灰岩', 'Tuff', 'tuff', '#dbe5bc'),
  gneiss: rock('片麻岩', 'Gneiss', 'gneiss', '#f0cdda'),
  migmatite: rock('混合岩', 'Migmatite', 'migmatite', '#f3cbcb'),
  granulite: rock('变粒岩、麻粒岩', 'Granulite and leptynite', 'granulite', '#e9d6d0'),
  amphibolite: rock('斜长角闪岩', 'Amphibolite', 'amphibolite', '#bfd0b4'),
  schist: rock('片岩', 'Schist', 'schist', '#d3dcc9'),
  phyllite: rock('千枚岩', 'Phyllite', 'phyllite', '#cad6c6'),
  slate: rock('板岩', 'Slate', 'slate', '#c2ccca'),
  marble: rock('大理岩', 'Marble', 'marble', '#d3e9ee'),
  quartzite: rock('石英岩', 'Quartzite', 'quartzite', '#f6efcf'),
  skarn: rock('矽卡岩', 'Skarn', 'skarn', '#d8c7a8'),
  hornfels: rock('角岩', 'Hornfels', 'hornfels', '#d7cdbf'),
  vein: rock('脉岩', 'Vein', 'vein', '#fbe3d2'),
  ore: rock('矿体、矿石', 'Ore', 'ore', '#f0a79c'),
  fault: rock('断层破碎带', 'Fault zone', 'fault', '#e3d5e3'),
  void: rock('空洞', 'Void', 'void', '#ffffff'),
  unknown: rock('未分类', 'Not classified', 'plain', '#eeeeee'),
} as const satisfies Readonly<Record<string, RockClass>>;
export type RockKind = keyof typeof rockClasses;
