import type { Bilingual } from '../../text.ts';
import type { Figure, UnitCode } from '../figure.ts';

const manual = (
  code: string,
  unit: UnitCode,
  name: Bilingual,
  zh: string,
  en: string,
  decimals = false,
): Figure => ({
  ...{ table: 'T8', code: `T8.${code}`, unit, name, definition: { zh, en } },
  ...(unit === 'money' ? {} : { stock: true }),
  source: { kind: 'manual', ...(decimals ? { decimals } : {}) },
});

/** T8 机构: what the system cannot know of the unit itself. */
export const t8: readonly Figure[] = [
  manual(
    'staff',
    'person',
    { zh: '在编人员', en: 'Staff' },
    '期末从事地质资料管理的人员。',
    'People who work on geological data at the end.',
  ),
  manual(
    'senior',
    'person',
    { zh: '其中高级职称', en: 'Senior titles' },
    '高级职称的人员。',
    'Staff with a senior title.',
  ),
  manual(
    'middle',
    'person',
    { zh: '中级职称', en: 'Middle titles' },
    '中级职称的人员。',
    'Staff with a middle title.',
  ),
  manual(
    'junior',
    'person',
    { zh: '初级及以下', en: 'Junior titles and none' },
    '初级职称和没有职称的人员。',
    'Staff with a junior title or none.',
  ),
  manual(
    'floor-area',
    'area',
    { zh: '馆舍面积', en: 'Floor area' },
    '期末馆舍建筑面积。',
    'Floor area at the end.',
    true,
  ),
  manual(
    'storage-area',
    'area',
    { zh: '其中库房面积', en: 'Storage area' },
    '馆舍中的库房面积。',
    'Of the floor area, that of the stores.',
    true,
  ),
  manual(
    'shelves',
    'metre',
    { zh: '柜架长度', en: 'Shelves' },
    '期末档案柜架的长度。',
    'Length of the shelves at the end.',
    true,
  ),
  manual(
    'equipment',
    'piece',
    { zh: '设备', en: 'Equipment' },
    '期末扫描、存储、保护等设备。',
    'Scanners, storage, conservation and other equipment at the end.',
  ),
  manual(
    'budget',
    'money',
    { zh: '经费', en: 'Budget' },
    '本期用于地质资料管理的经费。',
    'Money spent on geological data in the period.',
    true,
  ),
];
