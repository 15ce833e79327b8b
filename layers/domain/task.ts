import { lifecycle } from './lifecycle.ts';

const system = ['SYSTEM'] as const;

/** A task (汇交任务) in its first form; overdue is not a state but a date that has passed. */
export const taskLifecycle = lifecycle({
  name: 'task',
  initial: 'open',
  states: {
    open: { zh: '应汇交', en: 'To be submitted' },
    'handed-in': { zh: '已接收', en: 'Handed in' },
    accepted: { zh: '已验收', en: 'Accepted' },
    certified: { zh: '已发证', en: 'Certified' },
  },
  moves: {
    receive: {
      from: ['open'],
      to: 'handed-in',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '接收', en: 'Receive' },
    },
    return: {
      from: ['handed-in'],
      to: 'open',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '退回', en: 'Return' },
    },
    accept: {
      from: ['handed-in'],
      to: 'accepted',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '验收', en: 'Accept' },
    },
    certify: {
      from: ['accepted'],
      to: 'certified',
      by: system,
      event: 'TaskRecorded',
      label: { zh: '发证', en: 'Certify' },
    },
  },
});
export type TaskMove = keyof typeof taskLifecycle.moves;
