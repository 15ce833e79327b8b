import type { Bilingual } from '../text.ts';
import { entriesOf, fromKnowledge } from './data.ts';
import { type CodeList, nameOf } from './entry.ts';

/** 资料类别. National codes have five digits, of which only one sample is known (domain.md §3.3). */
export const dataClasses: CodeList = {
  id: 'data-classes',
  name: { zh: '资料类别', en: 'Data classes' },
  source: fromKnowledge,
  entries: entriesOf(`
    regional-survey||区域地质调查|Regional geological survey
    regional-geophysics||区域物化遥|Regional geophysics, geochemistry, remote sensing
    mineral-exploration||矿产勘查|Mineral exploration
    oil-gas||石油天然气（含煤层气、页岩气）|Oil and gas, incl. CBM and shale gas
    marine||海洋地质|Marine geology
    hydrogeology||水文地质|Hydrogeology
    engineering-geology||工程地质|Engineering geology
    environmental-geology||环境（灾害）地质|Environmental geology and hazards
    seismology||地震地质|Seismogeology
    geophysics||物探|Geophysics
    geochemistry||化探|Geochemistry
    remote-sensing||遥感|Remote sensing
    research||地质科学研究|Geological research
    methods||技术方法|Methods
    other||其他|Other`),
};

/** The name of a data class; a code not known here is shown as it is. */
export const dataClassName = (slug: string): Bilingual => nameOf(dataClasses.entries, slug);
