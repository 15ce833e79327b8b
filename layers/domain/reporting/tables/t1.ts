import type { FactOf } from '../facts.ts';
import type { Figure } from '../figure.ts';
import { isHandedIn, isOnTime } from '../handed.ts';
import { byEnd, type Period, within } from '../period.ts';

const table = 'T1';
/** Whether nobody owes it by the end of the period: no data were formed, or no more than its accepted stages is asked for. */
const isOver = (task: FactOf<'task'>, period: Period): boolean =>
  byEnd(task.released, period) || byEnd(task.settled, period);
/** Due in the period and still asked for by its end. */
const isOwed = (task: FactOf<'task'>, period: Period): boolean =>
  within(task.due, period) && !isOver(task, period);
const byDuty = {
  source: ({ source }: FactOf<'task'>) => source,
  mineral: ({ mineral }: FactOf<'task'>) => mineral,
};

/** T1 汇交: what should have been submitted, what was, and what the authority did about the rest. */
export const t1: readonly Figure[] = [
  {
    ...{ table, code: 'T1.should-submit', unit: 'task' },
    name: { zh: '应汇交', en: 'Should be submitted' },
    definition: {
      zh: '汇交截止日在本期内的汇交任务；到期末已确认未形成资料的、已以验收的阶段资料办结的不计。',
      en: 'Tasks whose due day lies in the period, without those confirmed by its end to have formed no data, or settled with their accepted stages.',
    },
    source: { kind: 'operations', rule: { fact: 'task', when: isOwed, by: byDuty } },
  },
  {
    ...{ table, code: 'T1.submitted', unit: 'task' },
    name: { zh: '已汇交', en: 'Submitted' },
    definition: {
      zh: '应汇交的任务中，到期末已汇交的；被退回且过了补正期限仍未重新汇交的不计。',
      en: 'Of those that should be submitted, the ones handed in by the end of the period, without those returned whose correction had not come in time.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'task',
        when: (task, period) => isOwed(task, period) && isHandedIn(task, period.to),
        by: byDuty,
      },
    },
  },
  {
    ...{ table, code: 'T1.rate', unit: 'percent' },
    name: { zh: '汇交率', en: 'Rate of submission' },
    definition: { zh: '已汇交占应汇交的百分比。', en: 'Submitted in percent of what should be submitted.' },
    source: { kind: 'share', part: 'T1.submitted', whole: 'T1.should-submit' },
  },
  {
    ...{ table, code: 'T1.on-time', unit: 'task' },
    name: { zh: '按期汇交', en: 'Submitted on time' },
    definition: {
      zh: '已汇交的任务中，汇交日不晚于截止日、补正不晚于补正期限的。',
      en: 'Of those submitted, the ones handed in by their due day, and corrected by the day given for that.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'task',
        when: (task, period) =>
          isOwed(task, period) && isHandedIn(task, period.to) && isOnTime(task, period.to),
      },
    },
  },
  {
    ...{ table, code: 'T1.overdue', unit: 'task', stock: true },
    name: { zh: '期末逾期未汇交', en: 'Overdue at the end' },
    definition: {
      zh: '截止日不晚于期末（含以前年度）、到期末仍未汇交、也未办结的任务。',
      en: 'Tasks of all years due by the end of the period, still owed and not handed in by then.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'task',
        when: (task, period) =>
          byEnd(task.due, period) && !isHandedIn(task, period.to) && !isOver(task, period),
        by: byDuty,
      },
    },
  },
  {
    ...{ table, code: 'T1.no-data', unit: 'task' },
    name: { zh: '确认未形成资料', en: 'Confirmed without data' },
    definition: {
      zh: '本期内确认未形成地质资料并出具回执单的任务。',
      en: 'Tasks confirmed in the period to have formed no data, with a receipt.',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'task', when: (task, period) => within(task.released, period) },
    },
  },
  {
    ...{ table, code: 'T1.received', unit: 'deposit' },
    name: { zh: '接收汇交', en: 'Deposits received' },
    definition: {
      zh: '本期内首次接收的汇交；补充修改后重新提交的不重复计。',
      en: 'Deposits received for the first time in the period; what came again after a return is not counted again.',
    },
    source: {
      kind: 'operations',
      rule: {
        fact: 'review',
        when: (review, period) => review.round === 1 && within(review.received, period),
        by: { kind: ({ kind }) => kind, dataClass: ({ dataClass }) => dataClass },
      },
    },
  },
  {
    ...{ table, code: 'T1.demanded', unit: 'paper' },
    name: { zh: '催交', en: 'Demands' },
    definition: { zh: '本期内发出的催交通知。', en: 'Demands issued in the period.' },
    source: {
      kind: 'operations',
      rule: { fact: 'chase', when: ({ step, on }, period) => step === 'demand' && within(on, period) },
    },
  },
  {
    ...{ table, code: 'T1.ordered', unit: 'paper' },
    name: { zh: '责令限期汇交', en: 'Orders to submit' },
    definition: { zh: '本期内发出的责令限期汇交通知。', en: 'Orders to submit issued in the period.' },
    source: {
      kind: 'operations',
      rule: { fact: 'chase', when: ({ step, on }, period) => step === 'order' && within(on, period) },
    },
  },
  {
    ...{ table, code: 'T1.punished', unit: 'paper' },
    name: { zh: '处罚', en: 'Penalties' },
    definition: {
      zh: '本期内作出的罚款决定（条例第二十条、第二十一条）。',
      en: 'Fines decided in the period (Regulation arts. 20, 21).',
    },
    source: {
      kind: 'operations',
      rule: { fact: 'chase', when: ({ step, on }, period) => step === 'fine' && within(on, period) },
    },
  },
];
