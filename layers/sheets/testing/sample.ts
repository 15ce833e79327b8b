import { declareSheet } from '@geoarchive/domain/sheets/sheet.ts';

/** A sheet with a column of every type. */
export const holes = declareSheet({
  id: 'holes',
  version: 2,
  title: { zh: '钻孔', en: 'Boreholes' },
  key: ['number'],
  columns: [
    {
      key: 'number',
      label: { zh: '孔号', en: 'Hole number' },
      aliases: ['BHID'],
      type: 'text',
      required: true,
      maxLength: 20,
    },
    { key: 'depth', label: { zh: '终孔深度（m）', en: 'Depth (m)' }, type: 'decimal', minimum: 0 },
    { key: 'boxes', label: { zh: '岩心箱数', en: 'Core boxes' }, type: 'integer' },
    { key: 'drilled', label: { zh: '终孔日期', en: 'Drilled on' }, type: 'date' },
    { key: 'kept', label: { zh: '岩心保留', en: 'Core kept' }, type: 'boolean' },
    {
      key: 'kind',
      label: { zh: '钻孔类别', en: 'Kind' },
      type: 'code',
      codes: [
        { code: 'explore', label: { zh: '勘探孔', en: 'Exploration' } },
        { code: 'water', label: { zh: '水文孔', en: 'Hydrogeology' } },
      ],
    },
    { key: 'note', label: { zh: '备注', en: 'Note' }, type: 'text', hint: { zh: '任意', en: 'Anything' } },
  ],
  examples: [{ number: 'ZK0101', depth: 120.5, drilled: '2026-11-24', kept: true, kind: 'explore' }],
});
