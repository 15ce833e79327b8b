import { type Column, declareSheet } from '../sheets/sheet.ts';
import { entrustedKindNames, entrustedKinds } from './agreement.ts';
import { conditionNames, conditions } from './holding.ts';

const text = (key: string, zh: string, en: string, of: Partial<Column> = {}): Column => ({
  key,
  label: { zh, en },
  type: 'text',
  maxLength: 60,
  ...of,
});

/**
 * The sheet of a holding list (保管清单): one line for each original or physical set. Fields after domain.md §4.4; the key is the
 * custodian's own number of the set, by which lists of two years are compared.
 */
export const holdingSheet = declareSheet({
  id: 'holdings',
  version: 1,
  title: { zh: '保管清单', en: 'Holding list' },
  key: ['code'],
  columns: [
    text('code', '保管编号', 'Number of the set', {
      required: true,
      aliases: ['编号'],
      hint: {
        zh: '保管单位自己的编号，各年保持不变；两年清单按它比较。',
        en: "The custodian's own number, the same every year: lists of two years are compared by it.",
      },
    }),
    text('custodian', '保管单位代码', 'Code of the custodian', {
      required: true,
      maxLength: 20,
      aliases: ['保管单位'],
      hint: { zh: '如 CNPC；只能是本单位。', en: 'Such as CNPC: one can list one’s own only.' },
    }),
    {
      key: 'kind',
      label: { zh: '资料种类', en: 'Kind' },
      aliases: ['种类'],
      type: 'code',
      codes: entrustedKinds.map((code) => ({ code, label: entrustedKindNames[code] })),
      required: true,
    },
    text('title', '名称', 'Title', { required: true, maxLength: 255, aliases: ['资料名称'] }),
    text('category', '类别', 'Category', {
      hint: {
        zh: '如测井、录井、地震、岩心、岩屑。',
        en: 'Such as logs, mud logs, seismic, core, cuttings.',
      },
    }),
    text('task', '汇交任务编号', 'Task number', { aliases: ['任务编号'] }),
    text('dossier', '档号', 'Archive number', {
      hint: {
        zh: '如 d00000012，或 cgdoi.NGA/d00000012。',
        en: 'Such as d00000012, or cgdoi.NGA/d00000012.',
      },
    }),
    text('well', '井（孔）号', 'Well or hole', { aliases: ['井号', '钻孔编号'] }),
    text('box', '岩心箱号', 'Core boxes', { maxLength: 200 }),
    {
      key: 'count',
      label: { zh: '数量', en: 'Quantity' },
      type: 'decimal',
      required: true,
      minimum: 0,
      maximum: 1_000_000_000,
    },
    text('unit', '计量单位', 'Unit', {
      required: true,
      maxLength: 20,
      aliases: ['单位'],
      hint: { zh: '如件、盒、箱、米、GB。', en: 'Such as items, boxes, m, GB.' },
    }),
    text('place', '存放地点', 'Place', {
      required: true,
      maxLength: 200,
      hint: { zh: '库房、架位。', en: 'Store and shelf.' },
    }),
    {
      key: 'condition',
      label: { zh: '保管状况', en: 'Condition' },
      type: 'code',
      codes: conditions.map((code) => ({ code, label: conditionNames[code] })),
      required: true,
    },
    {
      key: 'services',
      label: { zh: '本年提供利用（件次）', en: 'Services given in the year' },
      aliases: ['提供利用', '利用件次'],
      type: 'integer',
      minimum: 0,
      maximum: 10_000_000,
    },
    text('remark', '备注', 'Remark', { maxLength: 500 }),
  ],
  examples: [
    {
      code: 'YX-0001',
      custodian: 'CNPC',
      kind: 'physical',
      title: '示例1井岩心（示例）',
      category: '岩心',
      well: '示例1井',
      box: '1–36',
      count: 36,
      unit: '箱',
      place: '示例岩心库 3 区 12 架',
      condition: 'good',
    },
  ],
});
