import type { TaskState } from '@geoarchive/domain/task.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

export { taskSourceNames as sourceNames } from '@geoarchive/domain/publication.ts';

export const dataKindNames: Readonly<Record<'result' | 'original' | 'physical', Bilingual>> = {
  result: { zh: '成果地质资料', en: 'Result data' },
  original: { zh: '原始地质资料', en: 'Original data' },
  physical: { zh: '实物地质资料', en: 'Physical data' },
};

export const taskStateNames: Readonly<Record<TaskState, Bilingual>> = {
  open: { zh: '待汇交', en: 'To be handed in' },
  'handed-in': { zh: '已汇交', en: 'Handed in' },
  accepted: { zh: '已验收', en: 'Accepted' },
  certified: { zh: '已发证', en: 'Certified' },
  'no-data': { zh: '未形成资料', en: 'No data formed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};
