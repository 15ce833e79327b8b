import { statesOf } from '../lifecycle.ts';
import { declareSheet } from '../sheets/sheet.ts';
import { chaseLifecycle, chaseTrackCodes, chaseTracks } from './chase.ts';

const text = (key: string, zh: string, en: string) => ({ key, label: { zh, en }, type: 'text' as const });
const day = (key: string, zh: string, en: string) => ({ key, label: { zh, en }, type: 'date' as const });

/** The sheet of chases (催交): a line for each, with its last paper. It is taken along, never imported. */
export const chaseSheet = declareSheet({
  id: 'chases',
  version: 1,
  title: { zh: '催交', en: 'Chases' },
  key: ['id'],
  columns: [
    { ...text('id', '编号', 'Id'), required: true },
    text('organisation', '单位代码', 'Organisation code'),
    text('organisationName', '当事人', 'Party'),
    {
      key: 'track',
      label: { zh: '事由', en: 'Ground' },
      type: 'code',
      codes: chaseTrackCodes.map((code) => ({ code, label: chaseTracks[code] })),
    },
    {
      key: 'state',
      label: { zh: '环节', en: 'State' },
      type: 'code',
      codes: statesOf(chaseLifecycle).map((code) => ({ code, label: chaseLifecycle.states[code] })),
    },
    text('node', '馆藏机构代码', 'Archive code'),
    { key: 'tasks', label: { zh: '涉及任务数', en: 'Tasks' }, type: 'integer' },
    day('opened', '发起日期', 'Begun on'),
    text('paper', '最近文书', 'Last paper'),
    day('on', '文书日期', 'Paper of'),
    day('served', '送达日期', 'Served on'),
    day('until', '期限至', 'Term until'),
    { key: 'fine', label: { zh: '罚款（元）', en: 'Fine (CNY)' }, type: 'integer' },
    day('ended', '结束日期', 'Ended on'),
  ],
  examples: [],
});
