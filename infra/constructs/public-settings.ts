import type { Settings } from '../settings.ts';
import { searchIndex } from './search-rights.ts';

/** The part of the settings that functions and sites may see: no receivers, addresses or network identifiers. */
export const publicSettings = (s: Settings) => ({
  deployment: s.name,
  name: s.name,
  kind: s.kind,
  nodes: s.nodes,
  ...s.terms,
  identity:
    s.identity.kind === 'cognito'
      ? { kind: s.identity.kind }
      : { kind: s.identity.kind, claims: s.identity.claims },
  carrier: { kind: s.carrier.kind, signers: s.carrier.kind === 'ferry' ? s.carrier.signers : [] },
  search:
    s.searchEngine.kind === 'snapshot'
      ? { kind: s.searchEngine.kind }
      : { kind: s.searchEngine.kind, endpoint: s.searchEngine.endpoint, index: searchIndex(s) },
});
