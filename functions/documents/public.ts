import * as documents from '@geoarchive/contract/documents.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { reachable } from '../intake/access.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { type DocumentItem, documentView } from './document-store.ts';
import { type PrintDeps, printDocument } from './prints.ts';
import { noSuchDocument } from './verification.ts';

export type PublicDocumentDeps = PrintDeps & Pick<IntakeDeps, 'deposits' | 'mandates'>;

/** A paper of a deposit that the caller may reach, or one for the caller's own organisation. */
const own = async (deps: PublicDocumentDeps, caller: Caller, number: string): Promise<DocumentItem> => {
  const found = await deps.documents.get(number);
  if (found === undefined) throw noSuchDocument();
  const { depositId, says } = found.body;
  if (depositId !== undefined) await reachable(deps, caller, depositId);
  else if (says.submitter !== caller.organisation) throw noSuchDocument();
  return found;
};

/** At most a page of papers: a deposit has a receipt and a notice for each round, and one certificate. */
const list = async (
  deps: PublicDocumentDeps,
  { caller, params }: Call<typeof documents.listOwnDocuments>,
) => {
  const { id } = await reachable(deps, caller, params.id);
  const { items } = await deps.documents.list('gsi3', `documents-of#${id}`, { limit: 100 });
  return { items: items.map(documentView) };
};

export const publicDocumentRoutes = [
  implement(documents.listOwnDocuments, list),
  implement(documents.printOwnDocument, async (deps: PublicDocumentDeps, { caller, params, body }) => {
    const item = await own(deps, caller, params.number);
    return printDocument(deps, item, body, { action: documents.printOwnDocument.audit, by: caller });
  }),
];
