import { isStateSecret } from '../../secrecy.ts';
import type { FactOf } from '../facts.ts';
import type { Figure } from '../figure.ts';
import { byEnd, type Period, within } from '../period.ts';

const table = 'E';
const decided = ({ returned, accepted }: FactOf<'review'>): string | undefined => returned ?? accepted;
const isChecked = (review: FactOf<'review'>, period: Period): boolean => within(decided(review), period);
const isOpenable = (dossier: FactOf<'dossier'>, period: Period): boolean =>
  !isStateSecret(dossier.secrecy) && dossier.secrecy !== 'internal' && byEnd(dossier.accepted, period);

/** What only the evaluation counts: the two sides of its indicators. */
export const evaluationFigures: readonly Figure[] = [
  {
    ...{ table, code: 'E.checked', unit: 'deposit' },
    name: { zh: '已作出验收决定', en: 'Checks decided' },
    definition: {
      zh: '本期内验收合格或退回的汇交轮次。',
      en: 'Rounds of deposits accepted or returned in the period.',
    },
    source: { kind: 'operations', rule: { fact: 'review', when: isChecked } },
  },
  {
    ...{ table, code: 'E.checked-in-time', unit: 'deposit' },
    name: { zh: '按期验收', en: 'Checked in time' },
    definition: { zh: '其中不晚于验收期限的。', en: 'Of them, those decided by the day to check by.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'review',
        when: (review, period) => isChecked(review, period) && (decided(review) ?? '9') <= review.checkBy,
      },
    },
  },
  {
    ...{ table, code: 'E.accepted-certified', unit: 'deposit' },
    name: { zh: '验收后已发证', en: 'Accepted and certified' },
    definition: {
      zh: '本期验收合格、到期末已发汇交凭证的。',
      en: 'Accepted in the period and certified by its end.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'review',
        when: ({ accepted, certified }, period) => within(accepted, period) && byEnd(certified, period),
      },
    },
  },
  {
    ...{ table, code: 'E.to-open', unit: 'dossier' },
    name: { zh: '应公开', en: 'To be made public' },
    definition: {
      zh: '最迟公开日（条例第十五条）在本期内、没有不公开事由的案卷。',
      en: 'Dossiers whose latest day of publication (art. 15) lies in the period and which nothing bars.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'dossier', when: ({ openBy }, period) => within(openBy, period) },
    },
  },
  {
    ...{ table, code: 'E.opened-in-time', unit: 'dossier' },
    name: { zh: '按期公开', en: 'Made public in time' },
    definition: { zh: '其中不晚于最迟公开日公开的。', en: 'Of them, those made public by that day.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ openBy, filesOpen }, period) =>
          openBy !== undefined && within(openBy, period) && filesOpen !== undefined && filesOpen <= openBy,
      },
    },
  },
  {
    ...{ table, code: 'E.taken-in', unit: 'months' },
    name: { zh: '数据更新', en: 'Data brought up to date' },
    definition: { zh: '本期内入馆的案卷，按月份。', en: 'Dossiers taken in within the period, by month.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted }, period) => within(accepted, period),
        by: { month: ({ accepted }) => accepted.slice(0, 7) },
      },
    },
  },
  {
    ...{ table, code: 'E.openable', unit: 'dossier', stock: true },
    name: { zh: '可上网公开的案卷', en: 'Dossiers that may be online' },
    definition: { zh: '密级为“公开”的馆藏案卷。', en: 'Dossiers kept whose secrecy level is public.' },
    source: { kind: 'operations', rule: { fact: 'dossier', when: isOpenable } },
  },
  {
    ...{ table, code: 'E.online', unit: 'dossier', stock: true },
    name: { zh: '已上网公开', en: 'Online' },
    definition: { zh: '其中目录已在门户公开的。', en: 'Of them, those whose record is public.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: (dossier, period) => isOpenable(dossier, period) && byEnd(dossier.recordOpen, period),
      },
    },
  },
  {
    ...{ table, code: 'E.complete', unit: 'dossier', stock: true },
    name: { zh: '著录完整', en: 'Complete records' },
    definition: {
      zh: '馆藏案卷中，题名、摘要、关键词、作者、形成单位、形成日期和范围都已填写的。',
      en: 'Dossiers with title, abstract, keywords, authors, producer, date and area filled in.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'dossier',
        when: ({ accepted, complete }, period) => complete && byEnd(accepted, period),
      },
    },
  },
  {
    ...{ table, code: 'E.errors-reported', unit: 'case' },
    name: { zh: '收到纠错', en: 'Errors reported' },
    definition: { zh: '本期内收到的纠错。', en: 'Reports of errors received in the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'case',
        when: ({ kind, opened }, period) => kind === 'error-report' && within(opened, period),
      },
    },
  },
  {
    ...{ table, code: 'E.errors-fixed', unit: 'case' },
    name: { zh: '纠错已办结', en: 'Errors dealt with' },
    definition: { zh: '其中到期末已办结的。', en: 'Of them, those ended by the end of the period.' },
    source: {
      kind: 'operations',
      rule: {
        fact: 'case',
        when: ({ kind, opened, ended }, period) =>
          kind === 'error-report' && within(opened, period) && byEnd(ended, period),
      },
    },
  },
  {
    ...{ table, code: 'E.minutes', unit: 'minute' },
    name: { zh: '应运行分钟', en: 'Minutes to be up' },
    definition: {
      zh: '本期内应提供服务的分钟数。',
      en: 'Minutes in which the services should have answered.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'uptime',
        when: ({ on }, period) => within(on, period),
        amount: ({ minutes }) => minutes,
      },
    },
  },
  {
    ...{ table, code: 'E.minutes-up', unit: 'minute' },
    name: { zh: '实际运行分钟', en: 'Minutes up' },
    definition: { zh: '其中实际提供服务的分钟数。', en: 'Of them, those in which they did.' },
    source: {
      kind: 'operations',
      rule: { fact: 'uptime', when: ({ on }, period) => within(on, period), amount: ({ up }) => up },
    },
  },
  {
    ...{ table, code: 'E.backups-proved', unit: 'time' },
    name: { zh: '经验证的备份', en: 'Backups proved' },
    definition: {
      zh: '本期内完成并读回验证的备份。',
      en: 'Backups made in the period and proved by reading them back.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'backup', when: ({ on, proved }, period) => proved && within(on, period) },
    },
  },
];
