import { lifecycle } from '../lifecycle.ts';
import { useDeciders } from './codes.ts';

const staff = { by: useDeciders, event: 'CaseTold' } as const;

/**
 * One record of a request for use (利用申请的一件资料). It stands in its request, so its condition is the request's version; a move that
 * is not of the table is refused before anything is written.
 */
export const useItemLifecycle = lifecycle({
  name: 'use-item',
  initial: 'asked',
  states: {
    asked: { zh: '待审核', en: 'Asked for' },
    waiting: { zh: '征求汇交人同意', en: 'Waiting for consent' },
    consented: { zh: '汇交人已同意', en: 'Consented' },
    denied: { zh: '汇交人不同意', en: 'Consent denied' },
    granted: { zh: '已许可', en: 'Granted' },
    refused: { zh: '不予许可', en: 'Refused' },
  },
  moves: {
    'ask-consent': {
      ...staff,
      from: ['asked', 'denied'],
      to: 'waiting',
      label: { zh: '征求汇交人同意', en: 'Ask for consent' },
    },
    consent: {
      from: ['waiting'],
      to: 'consented',
      by: ['SYSTEM'],
      event: 'CaseTold',
      label: { zh: '汇交人同意', en: 'Consent' },
    },
    deny: {
      from: ['waiting'],
      to: 'denied',
      by: ['SYSTEM'],
      event: 'CaseTold',
      label: { zh: '汇交人不同意', en: 'Deny consent' },
    },
    /** A paper that the asker brought, or that came by post, after staff have looked at it. */
    'attach-consent': {
      ...staff,
      from: ['asked', 'waiting', 'denied'],
      to: 'consented',
      label: { zh: '核验书面同意材料', en: 'Take a consent paper' },
    },
    grant: {
      ...staff,
      // Also where an answer is out, or was no: consent may be needed no more, since protection has ended. Without one that is needed the rules refuse.
      from: ['asked', 'waiting', 'consented', 'denied'],
      to: 'granted',
      label: { zh: '许可利用', en: 'Grant' },
    },
    refuse: {
      ...staff,
      from: ['asked', 'waiting', 'consented', 'denied'],
      to: 'refused',
      label: { zh: '不予许可', en: 'Refuse' },
    },
  },
});
export type UseItemState = keyof typeof useItemLifecycle.states;
export type UseItemMove = keyof typeof useItemLifecycle.moves;

export const isDecided = (state: UseItemState): boolean => state === 'granted' || state === 'refused';
