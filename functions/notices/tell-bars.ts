import type { BarChange } from '@geoarchive/contract/bar-parts.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import { barChangeNames } from '@geoarchive/domain/supervision/bar-changes.ts';
import { barArticles, barEndNames } from '@geoarchive/domain/supervision/bars.ts';
import { actNames } from '@geoarchive/domain/supervision/eligibility.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { type Of, type TellDeps, tell, tellAll } from './teller.ts';

export type BarTellDeps = TellDeps & Pick<IntakeDeps, 'barRecipients'>;

/** Tells the registries and funders that must heed a bar what the feed says of it: inbox, mail and webhook. */
const tellRecipients = async (deps: BarTellDeps, entry: BarChange, of: Of): Promise<void> => {
  const { organisation, organisationName, acts } = entry;
  const facts = {
    party: [organisationName, organisation].filter((part) => part !== undefined).join(' · '),
    change: barChangeNames[entry.change],
    on: entry.on,
    paper: entry.paper,
    article: barArticles[entry.ground],
    acts: {
      zh: acts.map((act) => actNames[act].zh).join('、'),
      en: acts.map((act) => actNames[act].en).join('; '),
    },
  };
  const about = { about: entry.bar, node: entry.node, data: entry };
  const recipients = await deps.barRecipients.told();
  await tellAll(
    deps,
    recipients.map((one) => ({
      ...{ of, mailbox: { organisation: one }, kind: 'party-barred' as const, about, facts },
    })),
  );
};

/**
 * Tells the party that it is barred, or not any more: its own matter, not that of who acts for it. And the registries and funders that
 * must heed it.
 */
export const tellOfBar = async (
  deps: BarTellDeps,
  { change, bar, entry }: EventData<'BarSeen'>,
  of: Of,
): Promise<void> => {
  const { id, node, organisation, kind, cause, from, until, ended } = bar;
  const reason = ended?.reason ?? 'lifted';
  const facts = {
    on: ended?.on ?? from,
    paper: cause.number,
    article: barArticles[kind],
    until:
      until === undefined
        ? { zh: '至逾期资料全部汇交为止', en: 'until everything overdue is submitted' }
        : { zh: `至 ${until}`, en: `to ${until}` },
    ...(reason === 'lifted' ? {} : { reason: barEndNames[reason] }),
  };
  await tell(deps, of, { organisation }, `bar-${change}`, { about: id, node }, facts);
  if (entry !== undefined) await tellRecipients(deps, entry, of);
};
