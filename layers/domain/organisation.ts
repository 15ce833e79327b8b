import { lifecycle } from './lifecycle.ts';

/** An organisation (单位) that owes or submits data. It is recorded and stays: what it submitted names it for ever. */
export const organisationLifecycle = lifecycle({
  name: 'organisation',
  initial: 'recorded',
  states: { recorded: { zh: '已登记', en: 'Recorded' } },
  moves: {},
});
