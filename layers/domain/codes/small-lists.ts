import { secrecyLevels, secrecyNames } from '../secrecy.ts';
import { entriesOf, fromKnowledge } from './data.ts';
import type { CodeEntry, CodeList } from './entry.ts';

// GB/T 13908-2020 has no 预查; reports from before keep it.
const reconnaissance: CodeEntry = {
  slug: 'reconnaissance',
  code: '',
  name: { zh: '预查', en: 'Reconnaissance' },
  to: '2020-04-30',
  replacedBy: ['prospecting'],
};

export const workDegrees: CodeList = {
  id: 'work-degrees',
  name: { zh: '工作程度', en: 'Work degrees' },
  source: {
    zh: `${fromKnowledge.zh}预查由 GB/T 13908-2020 取消，2020-05-01 实施。`,
    en: `${fromKnowledge.en} Reconnaissance was dropped by GB/T 13908-2020, in force 2020-05-01.`,
  },
  entries: [
    reconnaissance,
    ...entriesOf(`
      prospecting||普查|Prospecting
      detailed||详查|Detailed survey
      exploration||勘探|Exploration
      development-exploration||开发勘探|Exploration for development
      reserve-check||储量核实|Reserve check
      closure||闭坑|Mine closure
      scale-1m||1:1 000 000|1:1 000 000
      scale-500k||1:500 000|1:500 000
      scale-250k||1:250 000|1:250 000
      scale-200k||1:200 000|1:200 000
      scale-100k||1:100 000|1:100 000
      scale-50k||1:50 000|1:50 000
      scale-25k||1:25 000|1:25 000
      scale-10k||1:10 000|1:10 000
      scale-5k||1:5 000|1:5 000`),
  ],
};

/** Built from the levels that rules use: `domain/secrecy.ts` is their one place. */
export const secrecyList: CodeList = {
  id: 'secrecy',
  name: { zh: '密级', en: 'Secrecy' },
  source: {
    zh: 'GB/T 7156 的字母代码（待核）；内部不是国家秘密。',
    en: 'Letter codes of GB/T 7156 (to be verified); internal is no state secret.',
  },
  entries: secrecyLevels.map((slug) => {
    const { code, zh, en } = secrecyNames[slug];
    return { slug, code, name: { zh, en } };
  }),
};

export const retention: CodeList = {
  id: 'retention',
  name: { zh: '保管期限', en: 'Retention' },
  source: {
    zh: `${fromKnowledge.zh}长期、短期为旧制，止期未查明，未设停用日。`,
    en: `${fromKnowledge.en} Long and short are of the older rule; their last day is not established, so none is set.`,
  },
  entries: entriesOf(`
    permanent||永久|Permanent
    years-30||定期30年|30 years
    years-10||定期10年|10 years
    long||长期|Long
    short||短期|Short`),
};

export const languages: CodeList = {
  id: 'languages',
  name: { zh: '语种', en: 'Languages' },
  source: {
    zh: '全国馆目录服务使用的取值；代码未取得。',
    en: "Values of the national archive's catalogue service; codes not obtained.",
  },
  entries: entriesOf(`
    chinese||中文|Chinese
    english||英文|English
    russian||俄文|Russian
    japanese||日文|Japanese
    french||法文|French
    german||德文|German
    other||其他|Other`),
};

export const custodians: CodeList = {
  id: 'custodians',
  name: { zh: '委托保管单位', en: 'Custodians' },
  source: {
    zh: '据 2025 年委托保管通知；中联煤、中核为较早受托单位，止期未查明。',
    en: 'By the notice on entrusted custody of 2025; China United CBM and CNNC are from earlier ones, their last day is not established.',
  },
  entries: entriesOf(`
    cnpc||中国石油天然气集团有限公司|China National Petroleum Corporation
    sinopec||中国石油化工集团有限公司|China Petrochemical Corporation
    cnooc||中国海洋石油集团有限公司|China National Offshore Oil Corporation
    yanchang||陕西延长石油（集团）有限责任公司|Shaanxi Yanchang Petroleum
    cgs||中国地质调查局|China Geological Survey
    cucbm||中联煤层气有限责任公司|China United Coalbed Methane
    cnnc||中国核工业集团有限公司|China National Nuclear Corporation`),
};
