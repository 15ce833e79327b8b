import type { Bilingual } from '@geoarchive/domain/text.ts';

/** Data classes (资料类别) by stable slug until the official codes are loaded (domain.md §3.3). */
export const dataClasses: Readonly<Record<string, Bilingual>> = {
  'regional-survey': { zh: '区域地质调查', en: 'Regional geological survey' },
  'regional-geophysics': { zh: '区域物化遥', en: 'Regional geophysics, geochemistry, remote sensing' },
  'mineral-exploration': { zh: '矿产勘查', en: 'Mineral exploration' },
  'oil-gas': { zh: '石油天然气（含煤层气、页岩气）', en: 'Oil and gas, incl. CBM and shale gas' },
  marine: { zh: '海洋地质', en: 'Marine geology' },
  hydrogeology: { zh: '水文地质', en: 'Hydrogeology' },
  'engineering-geology': { zh: '工程地质', en: 'Engineering geology' },
  'environmental-geology': { zh: '环境（灾害）地质', en: 'Environmental geology and hazards' },
  seismology: { zh: '地震地质', en: 'Seismogeology' },
  geophysics: { zh: '物探', en: 'Geophysics' },
  geochemistry: { zh: '化探', en: 'Geochemistry' },
  'remote-sensing': { zh: '遥感', en: 'Remote sensing' },
  research: { zh: '地质科学研究', en: 'Geological research' },
  methods: { zh: '技术方法', en: 'Methods' },
  other: { zh: '其他', en: 'Other' },
};

/** The name of a data class; a code not known here is shown as it is. */
export const dataClassName = (code: string): Bilingual => dataClasses[code] ?? { zh: code, en: code };
