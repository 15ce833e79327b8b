import { lifecycle } from '../lifecycle.ts';

const deciders = ['MINISTRY_ADMIN'] as const;

/**
 * An organisation that is told of every bar (准入限制通知对象): a registry of mining rights or a funder, which must heed arts. 20 and 21 and has an
 * account outside. Registered by the ministry, since it learns of all parties in the country.
 */
export const barRecipientLifecycle = lifecycle({
  name: 'bar-recipient',
  initial: 'told',
  states: {
    told: { zh: '通知中', en: 'Told' },
    stopped: { zh: '已停止通知', en: 'Not told any more' },
  },
  moves: {
    stop: {
      from: ['told'],
      to: 'stopped',
      by: deciders,
      event: 'BarRecipientRecorded',
      label: { zh: '停止通知', en: 'Stop telling' },
    },
    resume: {
      from: ['stopped'],
      to: 'told',
      by: deciders,
      event: 'BarRecipientRecorded',
      label: { zh: '恢复通知', en: 'Tell again' },
    },
  },
});
