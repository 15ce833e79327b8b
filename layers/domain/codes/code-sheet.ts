import { declareSheet } from '../sheets/sheet.ts';

/** A code list as a file: a row for each period of each entry. */
export const codeSheet = declareSheet({
  id: 'codes',
  version: 1,
  title: { zh: '代码表', en: 'Code list' },
  key: ['slug'],
  columns: [
    { key: 'slug', label: { zh: '标识', en: 'Slug' }, type: 'text', required: true, maxLength: 60 },
    { key: 'code', label: { zh: '代码', en: 'Code' }, type: 'text', maxLength: 30 },
    {
      key: 'zh',
      label: { zh: '中文名称', en: 'Chinese name' },
      type: 'text',
      required: true,
      maxLength: 100,
    },
    {
      key: 'en',
      label: { zh: '英文名称', en: 'English name' },
      type: 'text',
      required: true,
      maxLength: 200,
    },
    { key: 'from', label: { zh: '启用日', en: 'From' }, type: 'date' },
    { key: 'to', label: { zh: '停用前最后一日', en: 'Last day' }, type: 'date' },
    { key: 'replacedBy', label: { zh: '接替条目', en: 'Replaced by' }, type: 'text' },
    { key: 'parent', label: { zh: '上级条目', en: 'Belongs to' }, type: 'text' },
  ],
  examples: [],
});
