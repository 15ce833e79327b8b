import type { Settings } from '../settings.ts';
import { searchIndex } from './search-rights.ts';
import { siteUrl } from './site-url.ts';

/** Where papers are checked, and what is public is looked for: QR codes and staff are led there, where it is known. */
const portalOf = ({ portalUrl, domains }: Settings): { portal?: string } => {
  if (portalUrl !== undefined) return { portal: portalUrl };
  return domains.portal === undefined ? {} : { portal: `https://${domains.portal.name}` };
};

const nodesOf = (s: Settings, wanted: 'archive' | 'custodian') =>
  s.nodes.filter(({ kind }) => kind === wanted).map(({ kind: _, ...node }) => node);
/** Where people ask for data: the portal leads there. */
const submitOf = (s: Settings): { submit?: string } => {
  const submit = siteUrl(s, 'submit');
  return submit === undefined ? {} : { submit };
};

/** The part of the settings that functions and sites may see: no receivers, addresses or network identifiers. */
export const publicSettings = (s: Settings) => ({
  deployment: s.name,
  name: s.name,
  kind: s.kind,
  // Apart, so that whatever lists archives to choose from has no custodian among them.
  nodes: nodesOf(s, 'archive'),
  custodians: nodesOf(s, 'custodian'),
  ...s.terms,
  webhooks: s.webhooks,
  ...portalOf(s),
  ...submitOf(s),
  identity:
    s.identity.kind === 'cognito'
      ? { kind: s.identity.kind }
      : { kind: s.identity.kind, claims: s.identity.claims },
  map: {
    records: s.searchEngine.kind === 'snapshot',
    ...(s.map.tianditu === undefined ? {} : { tianditu: { key: s.map.tianditu.key } }),
  },
  carrier: { kind: s.carrier.kind, signers: s.carrier.kind === 'ferry' ? s.carrier.signers : [] },
  search:
    s.searchEngine.kind === 'snapshot'
      ? { kind: s.searchEngine.kind }
      : { kind: s.searchEngine.kind, endpoint: s.searchEngine.endpoint, index: searchIndex(s) },
});
