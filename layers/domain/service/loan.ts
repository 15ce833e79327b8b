import type { Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { RoleCode } from '../roles.ts';
import type { Bilingual } from '../text.ts';

/** What is lent or read in the reading room: paper and core that no system can copy. */
export const loanKinds = {
  paper: { zh: '纸质资料', en: 'Paper' },
  core: { zh: '岩心', en: 'Core' },
  specimen: { zh: '标本、样品', en: 'Specimen or sample' },
  media: { zh: '磁带、光盘等载体', en: 'Tape, disc and the like' },
} as const satisfies Record<string, Bilingual>;
export type LoanKind = keyof typeof loanKinds;
const isLoanKind = (name: string): name is LoanKind => Object.hasOwn(loanKinds, name);
export const loanKindCodes: readonly LoanKind[] = Object.keys(loanKinds).filter(isLoanKind);

/** Who lends and takes back. */
export const lenders = ['ARCHIVE_KEEPER', 'ARCHIVE_CLERK'] as const satisfies readonly RoleCode[];

/** A loan (借阅) of one thing: out until it is back, or found to be lost. */
export const loanLifecycle = lifecycle({
  name: 'loan',
  initial: 'out',
  states: {
    out: { zh: '借出', en: 'Out' },
    returned: { zh: '已归还', en: 'Returned' },
    lost: { zh: '遗失', en: 'Lost' },
  },
  moves: {
    return: {
      from: ['out', 'lost'],
      to: 'returned',
      by: lenders,
      event: 'LoanMoved',
      label: { zh: '归还', en: 'Return' },
    },
    lose: {
      from: ['out'],
      to: 'lost',
      by: lenders,
      event: 'LoanMoved',
      label: { zh: '登记遗失', en: 'Record as lost' },
    },
  },
});
export type LoanState = keyof typeof loanLifecycle.states;

/** Whether a thing should be back: its last day is over, and it is not. */
export const isLate = (of: { state: LoanState; due: Day }, today: Day): boolean =>
  of.state === 'out' && of.due < today;
