import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type RockKind, rockClasses } from './rock-classes.ts';
import { rockKindOf } from './rocks.ts';

const names: Readonly<Partial<Record<RockKind, string>>> = {
  fill: '杂填土|素填土|人工填土|Made ground|混凝土路面',
  soil: '耕植土|腐殖土|第四系残坡积|Topsoil|第四系表土',
  peat: '淤泥|淤泥质粉质黏土|泥炭土|Peat',
  loess: '黄土|黄土状粉土|Loess',
  clay: '粉质黏土|粉质粘土|含卵石粉质黏土|黏土|亚粘土|Silty clay|粉质黏土夹粉土|粉质黏土（可塑）|红黏土',
  silt: '粉土|砂质粉土|Sandy silt|亚砂土',
  sand: '细砂|中粗砂|粉细砂|砾砂|Fine sand|粉砂夹粉土|中砂（饱和）',
  gravel: '卵石|圆砾|砂砾石|砂卵石|碎石土|Gravel|sandy gravels|卵石层',
  conglomerate: '砾岩|砂砾岩|紫红色砾岩|Conglomerate',
  breccia: '火山角砾岩|角砾岩|Breccia',
  sandstone:
    '含砾粗砂岩|中粒砂岩|石英砂岩|凝灰质砂岩|细砂岩夹泥岩|长石石英砂岩|Shaly sandstone|灰白色 中粒 砂岩|泥质细砂岩|sandstone with shale interbeds',
  siltstone: '粉砂岩|泥质粉砂岩|粉砂岩与细砂岩互层|Siltstone|炭质粉砂岩',
  mudstone: '泥岩|砂质泥岩|炭质泥岩|泥岩夹砂岩|含煤泥岩|夹矸|Sandy mudstone|铝质泥岩|泥岩、砂岩互层',
  shale: '页岩|炭质页岩|油页岩|Black shales|Oil shale',
  marl: '泥灰岩|Marl|泥质灰岩',
  limestone: '灰岩|石灰岩|生物碎屑灰岩|大理岩化灰岩|角砾状灰岩|Limestone|灰岩夹泥岩|白云质灰岩|灰岩（溶蚀）',
  dolomite: '白云岩|灰质白云岩|硅质白云岩|Dolomite',
  chert: '硅质岩|燧石|Chert',
  coal: '煤|3号煤层|煤（3#）|无烟煤|Coal|Coal seam',
  gypsum: '石膏|硬石膏岩|Anhydrite',
  salt: '盐岩|石盐|Rock salt',
  granite: '花岗岩|强风化花岗岩|黑云母二长花岗岩|花岗闪长岩|Weathered granite|Granite, weathered|γ',
  syenite: '正长岩|石英二长岩',
  diorite: '闪长岩|石英闪长岩|闪长玢岩|Quartz diorite|δ',
  gabbro: '辉长岩|Gabbro',
  ultramafic: '橄榄岩|蛇纹岩|Serpentinite',
  diabase: '辉绿岩脉|Dolerite|煌斑岩',
  basalt: '玄武岩|气孔状玄武岩|Basalt|杏仁状玄武岩',
  andesite: '安山岩|英安岩|Andesite',
  rhyolite: '流纹岩|Rhyolite',
  porphyry: '花岗斑岩|石英斑岩|花岗闪长斑岩|Porphyry',
  tuff: '凝灰岩|流纹质凝灰岩|安山质熔结凝灰岩|Crystal tuff',
  gneiss: '片麻岩|花岗片麻岩|黑云斜长片麻岩|Gneiss',
  migmatite: '混合岩|混合花岗岩',
  granulite: '黑云变粒岩|麻粒岩',
  amphibolite: '斜长角闪岩|Amphibolite',
  schist: '绿泥片岩|石英片岩|Mica schist|二云母片岩',
  phyllite: '千枚岩|绢云千枚岩|Phyllite',
  slate: '板岩|砂质板岩|Slate',
  marble: '大理岩|白云石大理岩|Marble',
  quartzite: '石英岩|Quartzite',
  skarn: '矽卡岩|磁铁矿化矽卡岩|石榴石透辉石矽卡岩|Garnet skarn',
  hornfels: '角岩|黑云母角岩|Hornfels',
  vein: '石英脉|花岗伟晶岩|Quartz vein',
  ore: '磁铁矿|铜矿体|矽卡岩型铜矿石|块状黄铁矿|铅锌矿|Massive sulphide|铝土矿',
  fault: '断层角砾岩|构造破碎带|糜棱岩|碎裂岩|断层泥|Fault gouge|Fault breccia',
  void: '溶洞|采空区|Cavity',
};

describe('the class of a rock by its name', () => {
  const cases = Object.entries(names).flatMap(([kind, list]) =>
    list.split('|').map((name) => [name, kind] as const),
  );
  test('there are enough of them', () => expect(cases.length).toBeGreaterThan(180));
  test.each(cases)('%s is %s', (rock, kind) => expect(rockKindOf({ rock })).toBe(kind));
});

test.each(['', '？', 'ZK', '取心不足', '未见', 'weathered', '见描述', 'silty', '含砾'])(
  '%s is not classified',
  (rock) => expect(rockKindOf({ rock })).toBe('unknown'),
);
test('without a name the code counts, then the description', () => {
  expect(rockKindOf({ rockCode: 'LS' })).toBe('limestone');
  expect(rockKindOf({ rock: '?', rockCode: 'Ss' })).toBe('sandstone');
  expect(rockKindOf({ description: '灰白色中粒石英砂岩，钙质胶结，局部夹泥岩。' })).toBe('sandstone');
  expect(rockKindOf({ description: '黄褐色，可塑' })).toBe('unknown');
  expect(rockKindOf({})).toBe('unknown');
});
test('whatever is written, it has a class that can be drawn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (rock) => {
      const { colour, pattern } = rockClasses[rockKindOf({ rock, description: rock })];
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
      expect(pattern).not.toBe('');
    }),
  );
});
