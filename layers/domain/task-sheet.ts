import { taskSourceNames, taskSources } from './publication.ts';
import { declareSheet } from './sheets/sheet.ts';

/** The sheet of tasks (汇交任务): template, import and export of them. Lengths are those of the contract. */
export const taskSheet = declareSheet({
  id: 'tasks',
  version: 1,
  title: { zh: '汇交任务', en: 'Tasks' },
  key: ['node', 'number'],
  columns: [
    {
      key: 'number',
      label: { zh: '任务编号', en: 'Task number' },
      aliases: ['编号', 'No.'],
      type: 'text',
      required: true,
      maxLength: 60,
      hint: {
        zh: '决定是新增还是更新：同一馆藏机构同一编号即同一任务。',
        en: 'Decides whether a task is new or changed: one number at one archive is one task.',
      },
    },
    {
      key: 'name',
      label: { zh: '任务名称', en: 'Name' },
      aliases: ['名称', '项目名称', 'Task name'],
      type: 'text',
      required: true,
      maxLength: 255,
    },
    {
      key: 'source',
      label: { zh: '任务来源', en: 'Source' },
      aliases: ['来源'],
      type: 'code',
      codes: taskSources.map((code) => ({ code, label: taskSourceNames[code] })),
      required: true,
    },
    {
      key: 'organisation',
      label: { zh: '汇交单位代码', en: 'Organisation code' },
      aliases: ['汇交人代码', '单位代码'],
      type: 'text',
      required: true,
      maxLength: 60,
    },
    {
      key: 'node',
      label: { zh: '馆藏机构代码', en: 'Archive code' },
      aliases: ['馆藏机构', 'Node code'],
      type: 'text',
      required: true,
      maxLength: 20,
    },
    {
      key: 'due',
      label: { zh: '汇交期限', en: 'Due' },
      aliases: ['截止日期', 'Due date'],
      type: 'date',
      required: true,
    },
    {
      key: 'licenceNumber',
      label: { zh: '许可证号', en: 'Licence number' },
      type: 'text',
      maxLength: 60,
      hint: { zh: '探矿权、采矿权填写。', en: 'For exploration and mining rights.' },
    },
    {
      key: 'licenceEnd',
      label: { zh: '许可证截止日期', en: 'Licence end' },
      type: 'date',
      hint: {
        zh: '决定公开的起止日期（《条例》第十五条）。',
        en: 'Decides when data may be published (Regulation art. 15).',
      },
    },
  ],
  examples: [
    {
      number: 'RW-2026-001',
      name: '某矿区勘探（示例）',
      source: 'exploration-right',
      organisation: 'DEMO-SURVEY',
      node: 'NGA',
      due: '2027-06-30',
      licenceEnd: '2027-01-01',
    },
  ],
});
