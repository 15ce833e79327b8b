import type { StaffMessage } from '@geoarchive/contract/cases.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import type { CaseItem } from './case-store.ts';
import { factsOf, fromOutside, standingOf } from './view.ts';

/** Messages that are no notes of the staff's own. */
export const openMessages = (messages: readonly StaffMessage[]): StaffMessage[] =>
  messages.filter(({ internal }) => !internal);

/** What goes back to intake of a case as it stands now, with these messages: only of cases that were asked from outside, and never a note. */
export const toldOutside = (after: CaseItem, messages: readonly StaffMessage[]): EventToRaise[] => {
  if (!fromOutside(after)) return [];
  const shown = openMessages(messages).map(({ internal: _, ...message }) => message);
  const data = {
    facts: factsOf(after),
    standing: standingOf(after),
    version: after.version,
    messages: shown,
  };
  return [{ type: 'CaseTold', data }];
};
