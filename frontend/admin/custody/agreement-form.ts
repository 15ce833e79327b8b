import type { Agreement, AgreementInput } from '@geoarchive/contract/custody-agreements.ts';
import type { EntrustedKind } from '@geoarchive/domain/custody/agreement.ts';

/** An agreement as the form has it: contacts side by side, nothing undefined. */
export type AgreementForm = {
  custodian?: string;
  authority: string;
  title: string;
  reference: string;
  kinds: EntrustedKind[];
  classes: string[];
  area: string;
  duties: string;
  start: string;
  end: string;
  contacts: { side: 'authority' | 'custodian'; name: string; phone: string }[];
};

export const agreementForm = (of: Partial<Agreement>, authority: string): AgreementForm => ({
  ...(of.custodian === undefined ? {} : { custodian: of.custodian }),
  authority: of.authority ?? authority,
  title: of.title ?? '',
  reference: of.reference ?? '',
  kinds: of.scope?.kinds ?? [],
  classes: of.scope?.classes ?? [],
  area: of.scope?.area ?? '',
  duties: of.duties ?? '',
  start: of.start ?? '',
  end: of.end ?? '',
  contacts: (['authority', 'custodian'] as const).map((side) => {
    const known = of.contacts?.find((one) => one.side === side);
    return { side, name: known?.name ?? '', phone: known?.phone ?? '' };
  }),
});

/** What is sent of the form: what was left empty is left out. */
export const agreementSaid = (form: AgreementForm): AgreementInput => ({
  custodian: form.custodian ?? '',
  authority: form.authority,
  title: form.title,
  ...(form.reference.trim() === '' ? {} : { reference: form.reference }),
  scope: {
    kinds: form.kinds,
    classes: form.classes,
    ...(form.area.trim() === '' ? {} : { area: form.area }),
  },
  duties: form.duties,
  start: form.start,
  end: form.end,
  contacts: form.contacts
    .filter(({ name }) => name.trim() !== '')
    .map(({ side, name, phone }) => ({ side, name, ...(phone.trim() === '' ? {} : { phone }) })),
});
