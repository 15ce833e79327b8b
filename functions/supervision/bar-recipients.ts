import type { BarRecipient } from '@geoarchive/contract/bar-parts.ts';
import * as contract from '@geoarchive/contract/bars.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { nameOn } from '@geoarchive/domain/supervision/organisation.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { BarRecipientItem } from './bar-recipient-store.ts';

type Deps = Pick<ArchiveDeps, 'clock' | 'organisations' | 'barRecipients'>;

const shown = ({ id, state, version, body }: BarRecipientItem): BarRecipient => ({
  ...body,
  organisation: id,
  told: state === 'told',
  version,
});

const list = async ({ barRecipients }: Deps, { query }: Call<typeof contract.listBarRecipients>) => {
  const found = await barRecipients.list('gsi1', 'bar-recipients', query);
  return { ...found, items: found.items.map(shown) };
};

/** What a recipient is called: by the register; one that is gone from it only as long as it is to be stopped, by what it was called. */
const nameOf = async (deps: Deps, organisation: string, told: boolean): Promise<string | undefined> => {
  const known = await deps.organisations.get(organisation);
  if (known !== undefined && known.body.gone !== true) return nameOn(known.body, dayOf(deps.clock()));
  return told ? undefined : (await deps.barRecipients.get(organisation))?.body.name;
};

/** Only of the register: a code that was misspelt would tell nobody, or another. */
const set = async (deps: Deps, { caller, params, body }: Call<typeof contract.setBarRecipient>) => {
  const name = await nameOf(deps, params.organisation, body.told);
  if (name === undefined)
    throw new Problem('rule-broken', {
      zh: `单位登记中没有 ${params.organisation}，请先登记该单位。`,
      en: `There is no organisation ${params.organisation} in the register: record it first.`,
    });
  const to = { ...body, name };
  return shown(await deps.barRecipients.set(params.organisation, to, caller, contract.setBarRecipient.audit));
};

export const barRecipientRoutes = [
  implement(contract.listBarRecipients, list),
  implement(contract.setBarRecipient, set),
];
