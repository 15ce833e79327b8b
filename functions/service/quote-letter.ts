import type { CaseLetterBundle } from '@geoarchive/contract/case-bundle.ts';
import type { Quote } from '@geoarchive/contract/service-parts.ts';
import { quoteAnswered } from '@geoarchive/domain/service/prices.ts';

/** The quote after the asker's answer; none where the letter answers another one, or one that is not open: it is kept as what was said. */
export const quoteAfter = (now: Quote | undefined, letter: CaseLetterBundle): Quote | undefined => {
  if (letter.quote === undefined || now?.no !== letter.quote.no) return undefined;
  const state = quoteAnswered(now.state, letter.quote.answer);
  return state && { ...now, state, answeredAt: letter.at };
};
