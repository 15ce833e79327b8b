import type { Day } from '@geoarchive/domain/dates.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

/** What the forms of all families have: when a version counts, whether it is on, and what it rests on. */
export type SpanForm = { from: string; to: string; active: boolean; zh: string; en: string };
/** The same as the API takes it. */
export type Span = { from: Day; to?: Day | undefined; active: boolean; reference: Bilingual };

export const spanFormOf = ({ from, to, active, reference: { zh, en } }: Span): SpanForm => ({
  ...{ from, to: to ?? '', active, zh, en },
});

/** What a form says of it: what is left open is left out. */
export const spanOf = ({ from, to, active, zh, en }: SpanForm) => ({
  from,
  ...(to === '' ? {} : { to }),
  active,
  reference: { zh: zh.trim(), en: en.trim() },
});

/** What a choice of yes, no or either asks for. */
export type Asked = 'any' | 'yes' | 'no';
export const askedOf = (value: boolean | undefined): Asked =>
  value === undefined ? 'any' : value ? 'yes' : 'no';
export const wantedBy = (value: Asked): boolean | undefined =>
  value === 'any' ? undefined : value === 'yes';
