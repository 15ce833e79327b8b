import type { EditedRule, RuleDraft } from '@geoarchive/contract/supervision.ts';
import type { Funding } from '@geoarchive/domain/supervision/register.ts';
import type { DataKind } from '@geoarchive/domain/supervision/rules.ts';

type Asked = 'any' | 'yes' | 'no';

/** A version of a rule as its form holds it. */
export type RuleForm = {
  from: string;
  to: string;
  active: boolean;
  due: 'offset' | 'nothing-due';
  way: 'before' | 'after';
  days: number;
  kind: 'calendar' | 'working';
  rollsOver: boolean;
  needs: DataKind[];
  retention: Asked;
  newData: Asked;
  funding: Funding[];
  zh: string;
  en: string;
};

const asked = (value: boolean | undefined): Asked => (value === undefined ? 'any' : value ? 'yes' : 'no');
const wanted = (value: Asked): boolean | undefined => (value === 'any' ? undefined : value === 'yes');

/** The form of a version that begins with what another says. */
export const formOf = ({ from, to, active, effect, needs, when, reference }: RuleDraft): RuleForm => {
  const offset = effect === 'nothing-due' ? { days: 0, kind: 'calendar' as const } : effect;
  return {
    from,
    to: to ?? '',
    active,
    due: effect === 'nothing-due' ? 'nothing-due' : 'offset',
    way: offset.days < 0 ? 'before' : 'after',
    days: Math.abs(offset.days),
    kind: offset.kind,
    rollsOver: offset.rollsOver ?? false,
    needs: [...needs],
    retention: asked(when?.retention),
    newData: asked(when?.newData),
    funding: [...(when?.funding ?? [])],
    zh: reference.zh,
    en: reference.en,
  };
};

/** What a form says, as the API takes it: what is left open is left out. */
export const draftOf = (form: RuleForm): RuleDraft => {
  const retention = wanted(form.retention);
  const newData = wanted(form.newData);
  const when = {
    ...(retention === undefined ? {} : { retention }),
    ...(newData === undefined ? {} : { newData }),
    ...(form.funding.length === 0 ? {} : { funding: form.funding }),
  };
  const days = form.days === 0 ? 0 : form.way === 'before' ? -form.days : form.days;
  return {
    from: form.from,
    ...(form.to === '' ? {} : { to: form.to }),
    active: form.active,
    effect:
      form.due === 'nothing-due'
        ? 'nothing-due'
        : { days, kind: form.kind, ...(form.rollsOver ? { rollsOver: true } : {}) },
    needs: form.needs,
    ...(Object.keys(when).length === 0 ? {} : { when }),
    reference: { zh: form.zh.trim(), en: form.en.trim() },
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
