import type { CrossCheck } from '../figure.ts';

/** Conditions across the figures of a report, as data. Ours, like the tables. */
export const crossChecks: readonly CrossCheck[] = [
  {
    code: 'submitted-of-should',
    ...{ left: ['T1.submitted'], relation: 'at-most', right: ['T1.should-submit'], severity: 'error' },
    text: { zh: '已汇交不应多于应汇交。', en: 'Submitted must not exceed what should be submitted.' },
  },
  {
    code: 'on-time-of-submitted',
    ...{ left: ['T1.on-time'], relation: 'at-most', right: ['T1.submitted'], severity: 'error' },
    text: { zh: '按期汇交不应多于已汇交。', en: 'Submitted on time must not exceed submitted.' },
  },
  {
    code: 'transferred-of-accepted',
    ...{
      left: ['T2.transferred', 'T2.exempt'],
      relation: 'at-most',
      right: ['T2.accepted'],
      severity: 'warning',
    },
    text: {
      zh: '已转送与不转送之和多于本期验收：可能含以前年度验收的，请说明。',
      en: 'Transferred and exempt exceed what was accepted: some may be of years before, please explain.',
    },
  },
  {
    code: 'transferred-on-time',
    ...{ left: ['T2.on-time'], relation: 'at-most', right: ['T2.transferred'], severity: 'error' },
    text: { zh: '按期转送不应多于已转送。', en: 'Transferred on time must not exceed transferred.' },
  },
  {
    code: 'new-of-dossiers',
    ...{ left: ['T3.new'], relation: 'at-most', right: ['T3.dossiers'], severity: 'error' },
    text: { zh: '本期新增不应多于馆藏案卷。', en: 'New dossiers must not exceed all dossiers.' },
  },
  {
    code: 'classified-of-dossiers',
    ...{
      left: ['T4.classified', 'T4.internal'],
      relation: 'at-most',
      right: ['T3.dossiers'],
      severity: 'error',
    },
    text: {
      zh: '涉密与内部案卷之和不应多于馆藏案卷。',
      en: 'Classified and internal dossiers must not exceed all.',
    },
  },
  {
    code: 'free-and-paid',
    ...{ left: ['T5.free', 'T5.paid'], relation: 'equals', right: ['T5.items'], severity: 'error' },
    text: { zh: '无偿与有偿之和应等于提供资料。', en: 'Free and paid together must equal the items given.' },
  },
  {
    code: 'staff-by-title',
    ...{
      left: ['T8.senior', 'T8.middle', 'T8.junior'],
      relation: 'equals',
      right: ['T8.staff'],
      severity: 'error',
    },
    text: { zh: '各级职称人数之和应等于在编人员。', en: 'Staff by title together must equal all staff.' },
  },
  {
    code: 'storage-of-floor',
    ...{ left: ['T8.storage-area'], relation: 'at-most', right: ['T8.floor-area'], severity: 'error' },
    text: { zh: '库房面积不应大于馆舍面积。', en: 'The storage area must not exceed the floor area.' },
  },
  {
    code: 'records-of-dossiers',
    ...{ left: ['T7.records'], relation: 'at-most', right: ['T3.dossiers'], severity: 'error' },
    text: { zh: '公开目录不应多于馆藏案卷。', en: 'Public records must not exceed dossiers.' },
  },
];
