import * as documents from '@geoarchive/contract/documents.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ownCases } from '../cases/own-store.ts';
import { actsFor, organisationOf, reachable } from '../intake/access.ts';
import type { IntakeDeps } from '../intake/deps.ts';
import { type DocumentItem, documentView } from './document-store.ts';
import { type PrintDeps, printDocument } from './prints.ts';
import { noSuchDocument } from './verification.ts';

export type PublicDocumentDeps = PrintDeps & Pick<IntakeDeps, 'deposits' | 'mandates' | 'tasks'>;

/** A receipt for services is for the person who filed the request that it concerns, and nobody else of their organisation. */
const expectAsker = async (
  deps: PublicDocumentDeps,
  caller: Caller,
  request: string | undefined,
): Promise<void> => {
  const found = request === undefined ? undefined : await ownCases(deps.table).get(request);
  if (found?.facts.asker.person !== caller.sub) throw noSuchDocument();
};

/** A paper of a deposit that the caller may reach, or one for an organisation that they belong to or act for in this. */
const own = async (deps: PublicDocumentDeps, caller: Caller, number: string): Promise<DocumentItem> => {
  const found = await deps.documents.get(number);
  if (found === undefined) throw noSuchDocument();
  const { depositId, concerns, says } = found.body;
  if (says.kind === 'use-receipt') await expectAsker(deps, caller, concerns);
  else if (depositId !== undefined) await reachable(deps, caller, depositId);
  else if (!(await actsFor(deps, caller, says.submitter, concerns))) throw noSuchDocument();
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

const listOfTask = async (
  deps: PublicDocumentDeps,
  { caller, params: { id } }: Call<typeof documents.listTaskDocuments>,
) => {
  const task = await deps.tasks.get(id);
  if (task === undefined || !(await actsFor(deps, caller, task.organisation, id)))
    throw new Problem('not-found', {
      zh: '没有这项任务，或它不属于您的单位。',
      en: 'There is no such task, or it belongs to another organisation.',
    });
  const { items } = await deps.documents.list('gsi3', `documents-of#${id}`, { limit: 100 });
  // A task that passed to another organisation does not show what the one before was told.
  const own = items.filter(({ body }) => body.says.submitter === task.organisation);
  return { items: own.map(documentView) };
};

const listLegal = async (
  deps: PublicDocumentDeps,
  { caller, query }: Call<typeof documents.listLegalPapers>,
) => {
  const place = `documents-for#${organisationOf(caller)}`;
  const page = await deps.documents.list('gsi1', place, { ...query, newestFirst: true });
  return { ...page, items: page.items.map(documentView) };
};

export const publicDocumentRoutes = [
  implement(documents.listTaskDocuments, listOfTask),
  implement(documents.listLegalPapers, listLegal),
  implement(documents.listOwnDocuments, list),
  implement(documents.printOwnDocument, async (deps: PublicDocumentDeps, { caller, params, body }) => {
    const item = await own(deps, caller, params.number);
    return printDocument(deps, item, body, { action: documents.printOwnDocument.audit, by: caller });
  }),
];
