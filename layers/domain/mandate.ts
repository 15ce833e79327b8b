import { lifecycle } from './lifecycle.ts';

/** A mandate (委托): it is given, and ends by its date or when the giver ends it. */
export const mandateLifecycle = lifecycle({
  name: 'mandate',
  initial: 'given',
  states: { given: { zh: '有效', en: 'Given' }, ended: { zh: '已终止', en: 'Ended' } },
  moves: {
    end: {
      from: ['given'],
      to: 'ended',
      by: ['SUBMITTER_ADMIN'],
      event: 'MandateChanged',
      label: { zh: '终止委托', en: 'End the mandate' },
    },
  },
});
