import type { EditedRule, RuleDraft } from '@geoarchive/contract/rules.ts';
import type { Funding } from '@geoarchive/domain/supervision/register.ts';
import type { DataKind } from '@geoarchive/domain/supervision/rules.ts';
import { type Asked, askedOf, type SpanForm, spanFormOf, spanOf, wantedBy } from './span.ts';

/** A version of a rule of due dates as its form holds it. */
export type RuleForm = SpanForm & {
  due: 'offset' | 'nothing-due';
  way: 'before' | 'after';
  days: number;
  kind: 'calendar' | 'working';
  rollsOver: boolean;
  needs: DataKind[];
  retention: Asked;
  newData: Asked;
  funding: Funding[];
};

/** The form of a version that begins with what another says. */
export const formOf = (draft: RuleDraft): RuleForm => {
  const { effect, needs, when } = draft;
  const offset = effect === 'nothing-due' ? { days: 0, kind: 'calendar' as const } : effect;
  return {
    ...spanFormOf(draft),
    due: effect === 'nothing-due' ? 'nothing-due' : 'offset',
    way: offset.days < 0 ? 'before' : 'after',
    days: Math.abs(offset.days),
    kind: offset.kind,
    rollsOver: offset.rollsOver ?? false,
    needs: [...needs],
    retention: askedOf(when?.retention),
    newData: askedOf(when?.newData),
    funding: [...(when?.funding ?? [])],
  };
};

/** What a form says, as the API takes it: what is left open is left out. */
export const draftOf = (form: RuleForm): RuleDraft => {
  const retention = wantedBy(form.retention);
  const newData = wantedBy(form.newData);
  const when = {
    ...(retention === undefined ? {} : { retention }),
    ...(newData === undefined ? {} : { newData }),
    ...(form.funding.length === 0 ? {} : { funding: form.funding }),
  };
  const days = form.days === 0 ? 0 : form.way === 'before' ? -form.days : form.days;
  return {
    ...spanOf(form),
    effect:
      form.due === 'nothing-due'
        ? 'nothing-due'
        : { days, kind: form.kind, ...(form.rollsOver ? { rollsOver: true } : {}) },
    needs: form.needs,
    ...(Object.keys(when).length === 0 ? {} : { when }),
  };
};

/** Of a version what a draft of the next one speaks of. */
export const draftFrom = ({ from, to, active, effect, needs, when, reference }: EditedRule): RuleDraft => ({
  from,
  to,
  active,
  effect,
  needs,
  when,
  reference,
});
