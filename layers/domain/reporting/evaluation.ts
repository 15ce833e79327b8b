import { lifecycle } from '../lifecycle.ts';
import type { Bilingual } from '../text.ts';

/** How an indicator is measured: one figure in another, the months in which something was taken in, or nothing yet. */
export type Measure =
  | { kind: 'share'; part: string; whole: string }
  | { kind: 'months'; figure: string }
  | { kind: 'nothing' };
type Indicator = { name: Bilingual; definition: Bilingual; measure: Measure };

/** The indicators of the evaluation (评估), as data. Ours: the plan names what is evaluated, and no numbers. */
export const indicators = {
  checking: {
    name: { zh: '验收及时', en: 'Checked in time' },
    definition: {
      zh: '本期作出的验收决定中按期作出的比例。',
      en: 'Of the checks decided in the period, those in time.',
    },
    measure: { kind: 'share', part: 'E.checked-in-time', whole: 'E.checked' },
  },
  certificates: {
    name: { zh: '凭证发放', en: 'Certificates' },
    definition: {
      zh: '本期验收合格的汇交中到期末已发凭证的比例。',
      en: 'Of what was accepted in the period, what was certified by its end.',
    },
    measure: { kind: 'share', part: 'E.accepted-certified', whole: 'T2.accepted' },
  },
  transfer: {
    name: { zh: '转送及时', en: 'Transferred in time' },
    definition: { zh: '本期转送中按期转送的比例。', en: 'Of the transfers of the period, those in time.' },
    measure: { kind: 'share', part: 'T2.on-time', whole: 'T2.transferred' },
  },
  release: {
    name: { zh: '公开及时', en: 'Made public in time' },
    definition: {
      zh: '最迟公开日在本期内的案卷中按期公开的比例。',
      en: 'Of the dossiers due to be public in the period, those that were in time.',
    },
    measure: { kind: 'share', part: 'E.opened-in-time', whole: 'E.to-open' },
  },
  freshness: {
    name: { zh: '数据更新', en: 'Freshness of data' },
    definition: {
      zh: '本期各月中有新案卷入馆的月份比例；没有案卷的单位不测。',
      en: 'Of the months of the period, those in which dossiers were taken in; not measured of a unit that keeps none.',
    },
    measure: { kind: 'months', figure: 'E.taken-in' },
  },
  online: {
    name: { zh: '上网公开', en: 'Share online' },
    definition: {
      zh: '密级为“公开”的馆藏案卷中目录已上网公开的比例。',
      en: 'Of the dossiers that may be public, those whose record is online.',
    },
    measure: { kind: 'share', part: 'E.online', whole: 'E.openable' },
  },
  completeness: {
    name: { zh: '著录完整', en: 'Completeness' },
    definition: {
      zh: '馆藏案卷中著录完整的比例。',
      en: 'Of the dossiers kept, those with a complete record.',
    },
    measure: { kind: 'share', part: 'E.complete', whole: 'T3.dossiers' },
  },
  deployment: {
    name: { zh: '部署与接入', en: 'Deployment and connection' },
    definition: { zh: '单位节点的部署与接入情况。', en: "How the unit's node is deployed and connected." },
    measure: { kind: 'nothing' },
  },
  errors: {
    name: { zh: '纠错办结', en: 'Errors dealt with' },
    definition: {
      zh: '本期收到的纠错中到期末已办结的比例。',
      en: 'Of the errors reported in the period, those ended by its end.',
    },
    measure: { kind: 'share', part: 'E.errors-fixed', whole: 'E.errors-reported' },
  },
  service: {
    name: { zh: '利用服务', en: 'Service' },
    definition: { zh: '利用申请按期办结的比例。', en: 'Requests for use dealt with in time.' },
    measure: { kind: 'nothing' },
  },
  uptime: {
    name: { zh: '运行时间', en: 'Uptime' },
    definition: {
      zh: '应运行时间中实际运行的比例。',
      en: 'Of the time in which services should answer, that in which they did.',
    },
    measure: { kind: 'share', part: 'E.minutes-up', whole: 'E.minutes' },
  },
  backups: {
    name: { zh: '备份验证', en: 'Backups proved' },
    definition: {
      zh: '本期备份中经读回验证的比例。',
      en: 'Of the backups of the period, those proved by reading them back.',
    },
    measure: { kind: 'share', part: 'E.backups-proved', whole: 'T7.backups' },
  },
} as const satisfies Record<string, Indicator>;
export type IndicatorCode = keyof typeof indicators;
const isIndicator = (name: string): name is IndicatorCode => Object.hasOwn(indicators, name);
export const indicatorCodes: readonly IndicatorCode[] = Object.keys(indicators).filter(isIndicator);

/** How much an indicator counts. A setting: where a deployment sets none, all count alike. */
export type Weights = Partial<Record<IndicatorCode, number>>;
const evenWeight = 10;
export const weightOf = (code: IndicatorCode, weights: Weights = {}): number => weights[code] ?? evenWeight;

/** An evaluation (评估通报): reckoned, then circulated; what was circulated stays. */
export const evaluationLifecycle = lifecycle({
  name: 'evaluation',
  initial: 'draft',
  states: {
    draft: { zh: '测算', en: 'Draft' },
    circulated: { zh: '已通报', en: 'Circulated' },
  },
  moves: {
    circulate: {
      from: ['draft'],
      to: 'circulated',
      by: ['MINISTRY_ADMIN'],
      event: 'EvaluationCirculated',
      label: { zh: '通报', en: 'Circulate' },
    },
  },
});

/** How an evaluation's period is called. */
export const periodName = (code: string): Bilingual => {
  const [year = code, part] = code.split('-');
  if (part === undefined) return { zh: `${year} 年度`, en: year };
  const number = part.slice(1);
  return part.startsWith('H')
    ? { zh: `${year} 年${number === '1' ? '上' : '下'}半年`, en: `${year}, half ${number}` }
    : { zh: `${year} 年第 ${number} 季度`, en: `${year}, quarter ${number}` };
};
export const evaluationTitle = (period: string): Bilingual => {
  const of = periodName(period);
  return {
    zh: `${of.zh}地质资料管理与服务评估通报`,
    en: `Evaluation of the management and service of geological data, ${of.en}`,
  };
};
