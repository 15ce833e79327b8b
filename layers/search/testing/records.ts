import { SearchRecord } from '../record.ts';

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

const REGIONS = [
  ['110108', '北京海淀'],
  ['150627', '内蒙古伊金霍洛旗'],
  ['210681', '辽宁东港'],
  ['370685', '山东招远'],
  ['430224', '湖南茶陵'],
  ['530326', '云南会泽'],
  ['540124', '西藏曲水'],
  ['620302', '甘肃金昌'],
  ['654221', '新疆额敏'],
  ['654321', '新疆布尔津'],
] as const;
const MINERALS = [
  '金',
  '银',
  '铜',
  '铁',
  '铅',
  '锌',
  '镍',
  '钨',
  '锡',
  '稀土',
  '煤',
  '石油',
  '铀',
  '地热',
  '磷',
] as const;
const CLASSES = [
  '区域地质调查',
  '矿产勘查',
  '水文地质',
  '工程地质',
  '物探',
  '化探',
  '遥感',
  '石油天然气',
  '地质科学研究',
] as const;
const DEGREES = ['普查', '详查', '勘探'] as const;
const TEAMS = ['第一', '第二', '第三', '第五', '第七', '第九'] as const;
const NAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄'] as const;
const PLACES = [
  '阿尔泰',
  '哈密',
  '额敏',
  '招远',
  '会泽',
  '金川',
  '曲水',
  '黑石山',
  '白云鄂博',
  '大坪',
  '小秦岭',
  '三江',
  '铜厂',
  '红旗',
] as const;
const SENTENCES = [
  '工作区位于构造带北缘，出露地层主要为石炭系和二叠系火山岩，断裂构造发育。',
  '通过槽探、钻探及采样分析，圈定矿体若干条，估算了推断资源量。',
  '矿石类型以蚀变岩型为主，矿物组合为黄铁矿、黄铜矿、方铅矿和石英。',
  '完成1∶1万地质测量，1∶5万水系沉积物测量，激电中梯剖面测量。',
  '水文地质条件简单，工程地质条件中等，环境地质条件良好。',
  '报告附有钻孔柱状图、勘查线剖面图、储量估算图及化验成果表。',
] as const;

/** A made-up dossier such as the archives hold, the same for the same number. */
export const syntheticRecord = (n: number): SearchRecord => {
  const random = seeded(n * 7919 + 17);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  const day = (from: number, to: number) =>
    new Date(Date.UTC(from, 0, 1) + Math.floor(random() * (to - from) * 365) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  const [code, region] = pick<readonly [string, string]>(REGIONS);
  const mineral = pick(MINERALS);
  const second = random() < 0.3 ? pick(MINERALS) : mineral;
  const degree = pick(DEGREES);
  const west = 75 + random() * 55;
  const south = 20 + random() * 30;
  const sheet = `J50E${String(1 + (n % 24)).padStart(3, '0')}${String(1 + ((n >> 5) % 24)).padStart(3, '0')}`;
  return SearchRecord.parse({
    id: `dossier-${String(n).padStart(7, '0')}`,
    kind: 'dossier',
    version: 1,
    access: random() < 0.7 ? 'open' : 'catalogue-only',
    node: code.slice(0, 2),
    archiveNumber: `d${String(n).padStart(8, '0')}`,
    title: `${region}${pick(PLACES)}${mineral}矿${degree}报告`,
    ...(random() < 0.2
      ? { titleEn: `Report on the ${degree === '普查' ? 'prospecting' : 'exploration'} of ZK${n % 5000}` }
      : {}),
    keywords: [`${mineral}矿`, degree, pick(PLACES)],
    abstract: `${pick(SENTENCES)}${pick(SENTENCES)}${pick(SENTENCES)}`,
    authors: [`${pick(NAMES)}${pick(NAMES)}`, `${pick(NAMES)}建国`],
    organisation: `${region.slice(0, 2)}${pick(TEAMS)}地质大队`,
    dataClass: pick(CLASSES),
    minerals: [mineral, second],
    regions: [{ code, name: region }],
    ...(random() < 0.8 ? { workDegree: degree } : {}),
    ...(random() < 0.9 ? { formed: day(1955, 2020) } : {}),
    published: day(2002, 2026),
    ...(random() < 0.85 ? { bbox: [west, south, west + random() * 2, south + random()] } : {}),
    sheets: [sheet],
    fileFormats: random() < 0.5 ? ['pdf'] : ['pdf', 'shp'],
    fileCount: Math.floor(random() * 60),
  });
};
