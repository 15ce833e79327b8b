import type { Job } from '@geoarchive/contract/jobs.ts';

const job: Job = {
  id: '01KAJ8Z4C1R7V5N2T9W3X6M0Q8',
  kind: 'task-import',
  state: 'running',
  version: 2,
  subject: '2026年矿业权汇交任务.xlsx',
  owner: 'sample',
  ownerName: '王部级',
  createdAt: '2026-11-24T01:00:00.000Z',
  movedAt: '2026-11-24T01:02:00.000Z',
  total: 12_000,
  done: 4_320,
  counts: { created: 4_000, updated: 300, unchanged: 20 },
  notes: [],
  perSecond: 36,
  secondsLeft: 214,
  moves: [],
};
const { secondsLeft: _, ...still } = job;
/** A job in each of its states. */
export const sampleJobs: Job[] = [
  job,
  { ...still, id: '2', subject: '2026年补充任务.csv', state: 'paused' },
  {
    ...still,
    id: '3',
    subject: '2025年汇交任务.xlsx',
    state: 'done',
    done: 12_000,
    counts: { created: 11_000, updated: 300, unchanged: 700 },
  },
  {
    ...still,
    id: '4',
    subject: '湖北省汇交任务.csv',
    state: 'failed',
    failure: {
      reason: {
        zh: '要导入的任务已过保存期（30 天），请重新上传文件导入。',
        en: 'What was to be imported is no longer kept.',
      },
      at: '4321',
    },
  },
  {
    ...still,
    id: '5',
    kind: 'task-import-undo',
    state: 'done',
    counts: { withdrawn: 11_000, restored: 298, kept: 2 },
    notes: ['NGA RW-2026-001', 'NGA RW-2026-014'],
  },
];
