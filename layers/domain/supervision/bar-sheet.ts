import { type Column, declareSheet } from '../sheets/sheet.ts';
import { barChangeKinds, barChangeNames } from './bar-changes.ts';
import { barKindNames, barKinds } from './bars.ts';

const text = (key: string, zh: string, en: string): Column => ({ key, label: { zh, en }, type: 'text' });
const day = (key: string, zh: string, en: string): Column => ({ key, label: { zh, en }, type: 'date' });
const common: readonly Column[] = [
  text('organisation', '单位代码', 'Organisation code'),
  text('organisationName', '单位名称', 'Organisation name'),
  {
    key: 'ground',
    label: { zh: '事由', en: 'Ground' },
    type: 'code',
    codes: barKinds.map((code) => ({ code, label: barKindNames[code] })),
  },
  text('paper', '依据文书', 'Paper'),
  text('node', '馆藏机构代码', 'Archive code'),
];

/** The sheet of bars (准入限制): a line for each. It is taken along, never imported. */
export const barSheet = declareSheet({
  id: 'bars',
  version: 1,
  title: { zh: '准入限制', en: 'Bars' },
  key: ['id'],
  columns: [
    { ...text('id', '编号', 'Id'), required: true },
    ...common,
    day('from', '自', 'From'),
    day('until', '至', 'Until'),
    day('ended', '终止日', 'Ended on'),
    text('end', '终止原因', 'Why it ended'),
    { key: 'tasks', label: { zh: '所涉任务数', en: 'Tasks' }, type: 'integer' },
  ],
  examples: [],
});

/** The sheet of the feed of changes (变更流水). */
export const barChangeSheet = declareSheet({
  id: 'bar-changes',
  version: 1,
  title: { zh: '准入限制变更流水', en: 'Changes of bars' },
  key: ['sequence'],
  columns: [
    { key: 'sequence', label: { zh: '序号', en: 'Number' }, type: 'integer', required: true },
    text('at', '时间', 'Time'),
    {
      key: 'change',
      label: { zh: '变更', en: 'Change' },
      type: 'code',
      codes: barChangeKinds.map((code) => ({ code, label: barChangeNames[code] })),
    },
    text('bar', '限制编号', 'Id of the bar'),
    ...common,
    day('on', '自', 'From'),
    day('until', '至', 'Until'),
    text('acts', '事项', 'Acts'),
  ],
  examples: [],
});
