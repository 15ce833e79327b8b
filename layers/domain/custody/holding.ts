import { addDays, type Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import type { Bilingual } from '../text.ts';
import { type AgreementState, agreed, entrusters } from './agreement.ts';

/** How a set is kept, as its custodian says. Ours: no text of the field gives a scale. */
export const conditions = ['good', 'fair', 'damaged', 'missing'] as const;
export type Condition = (typeof conditions)[number];
export const conditionNames: Readonly<Record<Condition, Bilingual>> = {
  good: { zh: '完好', en: 'Good' },
  fair: { zh: '一般', en: 'Fair' },
  damaged: { zh: '破损', en: 'Damaged' },
  missing: { zh: '缺失', en: 'Missing' },
};

const event = 'HoldingListMoved';

/** The holding list (保管清单) of a custodian for a year: filled by imports while it is open, then handed in and accepted or sent back. */
export const holdingListLifecycle = lifecycle({
  name: 'holding-list',
  initial: 'open',
  states: {
    open: { zh: '填报中', en: 'Being filled' },
    'handed-in': { zh: '已报送', en: 'Handed in' },
    accepted: { zh: '已接收', en: 'Accepted' },
  },
  moves: {
    'hand-in': {
      from: ['open'],
      to: 'handed-in',
      by: ['CUSTODIAN_ADMIN', ...entrusters],
      event,
      label: { zh: '报送', en: 'Hand in' },
    },
    accept: {
      from: ['handed-in'],
      to: 'accepted',
      by: entrusters,
      event,
      label: { zh: '接收', en: 'Accept' },
    },
    return: {
      from: ['handed-in'],
      to: 'open',
      by: entrusters,
      event,
      label: { zh: '退回', en: 'Send back' },
    },
  },
});
export type HoldingListState = keyof typeof holdingListLifecycle.states;

/** Who brought what stands in a list: its custodian, or an authority on its behalf (the list came on paper). */
export const bringers = ['custodian', 'authority'] as const;
export type Bringer = (typeof bringers)[number];
/** What an authority does when it hands in for a custodian. */
export const handInFor: Bilingual = { zh: '代为报送', en: 'Hand in on behalf' };

/** Whether a list can be handed in by somebody: a custodian its own, an authority what it brought itself and not what a custodian still works on. */
export const mayHandIn = (who: Bringer, broughtBy: Bringer | undefined): boolean =>
  who === 'custodian' || broughtBy === 'authority';

/** The last day for the list of a year: the day set, in the year after it. */
export const listDueDay = (period: string, listDue: string): Day => `${Number(period) + 1}-${listDue}`;

/** The year before the present, whose list is the newest that can be complete. */
export const periodBefore = (today: Day): string => String(Number(today.slice(0, 4)) - 1);

/** The year whose list is asked for today: the one before the present, or the present one once the days of notice of its list have begun. */
export const periodDue = (today: Day, listDue: string, noticeDays: readonly number[]): string => {
  const year = today.slice(0, 4);
  const from = addDays(listDueDay(year, listDue), -Math.max(0, ...noticeDays));
  return today >= from ? year : periodBefore(today);
};

/** Whether a custodian owes a list for a year: it does when an agreement bound it in that year. */
export const owesList = (
  agreements: readonly { state: AgreementState; start: Day; end: Day }[],
  period: string,
): boolean =>
  agreements.some(
    ({ state, start, end }) =>
      agreed.includes(state) && start <= `${period}-12-31` && end >= `${period}-01-01`,
  );

/** What can be found wrong with the ties of a row. It is kept all the same: what a custodian holds is not lost for a wrong number. */
export const tieFindings = {
  'unknown-task': {
    zh: '系统中没有这个汇交任务编号',
    en: 'no task has this number',
  },
  'unknown-dossier': {
    zh: '系统中没有这个档号',
    en: 'no dossier has this archive number',
  },
  'unknown-well': {
    zh: '系统中没有这个钻孔（井）编号',
    en: 'no hole or well has this number',
  },
} as const satisfies Record<string, Bilingual>;
export const tieFindingCodes = ['unknown-task', 'unknown-dossier', 'unknown-well'] as const;
export type TieFinding = (typeof tieFindingCodes)[number];
