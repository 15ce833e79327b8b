import type { EditedRoutingRule, RoutingDraft } from '@geoarchive/contract/rules.ts';
import type { TaskSource } from '@geoarchive/domain/publication.ts';
import type { Funding } from '@geoarchive/domain/supervision/register.ts';
import type { ReceiverKind } from '@geoarchive/domain/supervision/routing.ts';
import { type Asked, askedOf, type SpanForm, spanFormOf, spanOf, wantedBy } from './span.ts';

/** A version of a rule of routing as its form holds it. */
export type RoutingForm = SpanForm & {
  order: number;
  receiver: ReceiverKind;
  marine: Asked;
  area: Asked;
  funderKnown: Asked;
  minerals: string[];
  funding: Funding[];
  sources: TaskSource[];
};

/** The form of a version that begins with what another says. */
export const routingFormOf = (rule: EditedRoutingRule): RoutingForm => ({
  ...spanFormOf(rule),
  order: rule.order,
  receiver: rule.receiver,
  marine: askedOf(rule.when.marine),
  area: askedOf(rule.when.area),
  funderKnown: askedOf(rule.when.funderKnown),
  minerals: [...(rule.when.minerals ?? [])],
  funding: [...(rule.when.funding ?? [])],
  sources: [...(rule.when.sources ?? [])],
});

/** What a form says, as the API takes it: a condition that is left open is left out. */
export const routingDraftOf = (form: RoutingForm): RoutingDraft => {
  const marine = wantedBy(form.marine);
  const area = wantedBy(form.area);
  const funderKnown = wantedBy(form.funderKnown);
  return {
    ...spanOf(form),
    order: form.order,
    receiver: form.receiver,
    when: {
      ...(marine === undefined ? {} : { marine }),
      ...(form.minerals.length === 0 ? {} : { minerals: form.minerals }),
      ...(area === undefined ? {} : { area }),
      ...(form.funding.length === 0 ? {} : { funding: form.funding }),
      ...(funderKnown === undefined ? {} : { funderKnown }),
      ...(form.sources.length === 0 ? {} : { sources: form.sources }),
    },
  };
};
