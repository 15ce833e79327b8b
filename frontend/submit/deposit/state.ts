import type { DepositState } from '@geoarchive/domain/deposit.ts';
import type { Tone } from '@geoarchive/frontend-shared/detail/StateTag.tsx';

export const tones: Readonly<Record<DepositState, Tone>> = {
  open: 'active',
  checking: 'active',
  checked: 'attention',
  submitted: 'active',
  sealed: 'good',
  returned: 'bad',
  accepted: 'good',
  certified: 'good',
  cancelled: 'neutral',
};

/** How far a deposit is: 0 files, 1 check, 2 hand in, 3 acceptance, 4 certificate, 5 all done. */
export const progressOf = (state: DepositState): number => {
  const order: Readonly<Record<DepositState, number>> = {
    open: 0,
    checking: 1,
    checked: 2,
    submitted: 2,
    sealed: 3,
    returned: 3,
    accepted: 4,
    certified: 5,
    cancelled: 0,
  };
  return order[state];
};

/** States in which the system is at work and the page should look again. */
export const isMoving = (state: DepositState): boolean => state === 'checking' || state === 'submitted';
