import type { EditedReleaseRule, ReleaseDraft } from '@geoarchive/contract/rules.ts';
import { type SpanForm, spanFormOf, spanOf } from './span.ts';

/** A version of a rule of publication as its form holds it. */
export type ReleaseForm = SpanForm & { days: number; kind: 'calendar' | 'working'; rollsOver: boolean };

/** The form of a version that begins with what another says. */
export const releaseFormOf = (rule: EditedReleaseRule): ReleaseForm => ({
  ...spanFormOf(rule),
  days: rule.latest.days,
  kind: rule.latest.kind,
  rollsOver: rule.latest.rollsOver ?? false,
});

/** What a form says, as the API takes it. */
export const releaseDraftOf = (form: ReleaseForm): ReleaseDraft => ({
  ...spanOf(form),
  latest: { days: form.days, kind: form.kind, ...(form.rollsOver ? { rollsOver: true } : {}) },
});
