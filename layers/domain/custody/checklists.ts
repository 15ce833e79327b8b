import type { Bilingual } from '../text.ts';
import type { ChecklistItem } from './inspection.ts';
import type { InspectionGroup } from './settings.ts';

export type Checklist = { id: string; version: number; name: Bilingual; items: readonly ChecklistItem[] };

const item = (code: string, group: InspectionGroup, zh: string, en: string): ChecklistItem => ({
  code,
  group,
  text: { zh, en },
});

const common = [
  item(
    'ST-1',
    'storage',
    '库房专用，温湿度有记录并在规定范围',
    'Stores are used for nothing else; climate is recorded and in range',
  ),
  item(
    'ST-2',
    'storage',
    '资料上架有序，存放地点与保管清单一致',
    'Sets are in order, at the places that the holding list says',
  ),
  item('SA-1', 'safety', '消防、防盗设施齐全有效', 'Fire and burglary protection is complete and works'),
  item(
    'SA-2',
    'safety',
    '防水、防潮、防虫、防鼠措施到位',
    'Measures against water, damp, insects and rodents are in place',
  ),
  item(
    'SA-3',
    'safety',
    '涉密资料单独存放，进出有登记',
    'Classified carriers are kept apart, access is recorded',
  ),
  item(
    'CA-1',
    'catalogue',
    '保管清单与实物抽查相符',
    'A sample of the holding list agrees with what is there',
  ),
  item('CA-2', 'catalogue', '目录数据完整，按期报送', 'Catalogue data are complete and handed in on time'),
  item('SE-1', 'service', '利用制度公开，借阅手续齐全', 'Rules of use are public, loans are recorded'),
  item('SE-2', 'service', '借出资料按期归还', 'What is lent comes back in time'),
] as const;

/**
 * The checklists that ship, as data: ours, after the parts that domain.md §4.4 names (storage, safety, catalogue, service); no official one was
 * obtained. An inspection keeps the items it was planned with, so another version changes nothing that is under way.
 */
export const checklists: readonly Checklist[] = [
  {
    id: 'original',
    version: 1,
    name: { zh: '原始地质资料保管检查', en: 'Original data in custody' },
    items: [
      ...common,
      item(
        'ST-3',
        'storage',
        '电子载体定期检测、迁移并有记录',
        'Carriers are tested and migrated, with records',
      ),
      item('CA-3', 'catalogue', '数据可读，格式说明齐全', 'Data can be read, their formats are described'),
    ],
  },
  {
    id: 'physical',
    version: 1,
    name: { zh: '实物地质资料保管检查', en: 'Physical data in custody' },
    items: [
      ...common,
      item(
        'ST-3',
        'storage',
        '岩心箱完好，标签清晰，岩心顺序正确',
        'Core boxes are whole, labelled, core is in order',
      ),
      item(
        'ST-4',
        'storage',
        '岩心保管率与入库时相比无明显下降',
        'Core is as complete as when it was stored',
      ),
      item('CA-3', 'catalogue', '岩心箱号、井号与清单一致', 'Numbers of boxes and wells agree with the list'),
    ],
  },
];
