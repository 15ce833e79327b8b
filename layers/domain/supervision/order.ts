import { lifecycle } from '../lifecycle.ts';

const ministry = ['MINISTRY_ADMIN'] as const;
const event = 'OrderMoved';

/** An order of the ministry to a province (督办): answered by the province, closed by the ministry, or sent back to be answered again. */
export const orderLifecycle = lifecycle({
  name: 'order',
  initial: 'open',
  states: {
    open: { zh: '待回复', en: 'To be answered' },
    replied: { zh: '已回复', en: 'Answered' },
    closed: { zh: '已办结', en: 'Closed' },
  },
  moves: {
    reply: {
      from: ['open'],
      to: 'replied',
      by: ['PROVINCE_ADMIN'],
      event,
      label: { zh: '回复', en: 'Answer' },
    },
    return: {
      from: ['replied'],
      to: 'open',
      by: ministry,
      event,
      label: { zh: '退回重办', en: 'Send back' },
    },
    close: {
      from: ['open', 'replied'],
      to: 'closed',
      by: ministry,
      event,
      label: { zh: '办结', en: 'Close' },
    },
  },
});
export type OrderMove = keyof typeof orderLifecycle.moves;
