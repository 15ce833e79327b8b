import { entriesOf } from './data.ts';
import type { CodeList } from './entry.ts';

/** 矿产, in the groups of the Mineral Resources Law's rules. Codes of GB/T 9649.16 are not known. */
export const minerals: CodeList = {
  id: 'minerals',
  name: { zh: '矿产', en: 'Minerals' },
  source: {
    zh: '常用矿种名称，非全部已发现矿种；GB/T 9649.16 代码未取得，代码留空。',
    en: 'Names of the usual minerals, not of all; codes of GB/T 9649.16 were not obtained and are left empty.',
  },
  entries: entriesOf(`
    energy||能源矿产|Energy minerals
    coal||煤炭|Coal|energy
    oil||石油|Oil|energy
    natural-gas||天然气|Natural gas|energy
    shale-gas||页岩气|Shale gas|energy
    coalbed-methane||煤层气|Coalbed methane|energy
    gas-hydrate||天然气水合物|Gas hydrate|energy
    oil-shale||油页岩|Oil shale|energy
    oil-sand||油砂|Oil sand|energy
    stone-coal||石煤|Stone coal|energy
    uranium||铀矿|Uranium|energy
    thorium||钍矿|Thorium|energy
    geothermal||地热|Geothermal|energy
    ferrous||黑色金属矿产|Ferrous metals
    iron||铁矿|Iron|ferrous
    manganese||锰矿|Manganese|ferrous
    chromium||铬矿|Chromium|ferrous
    vanadium||钒矿|Vanadium|ferrous
    titanium||钛矿|Titanium|ferrous
    non-ferrous||有色金属矿产|Non-ferrous metals
    copper||铜矿|Copper|non-ferrous
    lead||铅矿|Lead|non-ferrous
    zinc||锌矿|Zinc|non-ferrous
    bauxite||铝土矿|Bauxite|non-ferrous
    magnesium||镁矿|Magnesium|non-ferrous
    nickel||镍矿|Nickel|non-ferrous
    cobalt||钴矿|Cobalt|non-ferrous
    tungsten||钨矿|Tungsten|non-ferrous
    tin||锡矿|Tin|non-ferrous
    bismuth||铋矿|Bismuth|non-ferrous
    molybdenum||钼矿|Molybdenum|non-ferrous
    mercury||汞矿|Mercury|non-ferrous
    antimony||锑矿|Antimony|non-ferrous
    precious||贵金属矿产|Precious metals
    gold||金矿|Gold|precious
    silver||银矿|Silver|precious
    platinum-group||铂族金属|Platinum group|precious
    rare||稀有、稀土、分散元素矿产|Rare metals, rare earths, dispersed elements
    lithium||锂矿|Lithium|rare
    beryllium||铍矿|Beryllium|rare
    niobium||铌矿|Niobium|rare
    tantalum||钽矿|Tantalum|rare
    zirconium||锆矿|Zirconium|rare
    rubidium||铷矿|Rubidium|rare
    caesium||铯矿|Caesium|rare
    strontium||锶矿|Strontium|rare
    rare-earths||稀土矿|Rare earths|rare
    germanium||锗矿|Germanium|rare
    gallium||镓矿|Gallium|rare
    indium||铟矿|Indium|rare
    rhenium||铼矿|Rhenium|rare
    non-metallic||非金属矿产|Non-metallic minerals
    phosphate||磷矿|Phosphate|non-metallic
    sulphur||硫矿|Sulphur|non-metallic
    pyrite||硫铁矿|Pyrite|non-metallic
    potash||钾盐|Potash|non-metallic
    rock-salt||岩盐|Rock salt|non-metallic
    boron||硼矿|Boron|non-metallic
    graphite||石墨|Graphite|non-metallic
    diamond||金刚石|Diamond|non-metallic
    fluorite||萤石|Fluorite|non-metallic
    barite||重晶石|Barite|non-metallic
    gypsum||石膏|Gypsum|non-metallic
    limestone||石灰岩|Limestone|non-metallic
    dolomite||白云岩|Dolomite|non-metallic
    quartz||石英岩|Quartzite|non-metallic
    feldspar||长石|Feldspar|non-metallic
    kaolin||高岭土|Kaolin|non-metallic
    bentonite||膨润土|Bentonite|non-metallic
    asbestos||石棉|Asbestos|non-metallic
    mica||云母|Mica|non-metallic
    talc||滑石|Talc|non-metallic
    magnesite||菱镁矿|Magnesite|non-metallic
    granite||花岗岩|Granite|non-metallic
    marble||大理岩|Marble|non-metallic
    jade||玉石|Jade|non-metallic
    water-gas||水气矿产|Water and gas minerals
    groundwater||地下水|Groundwater|water-gas
    mineral-water||矿泉水|Mineral water|water-gas
    helium||氦气|Helium|water-gas
    carbon-dioxide||二氧化碳气|Carbon dioxide|water-gas`),
};
