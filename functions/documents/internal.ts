import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import * as documents from '@geoarchive/contract/documents.ts';
import { sampleOf } from '@geoarchive/documents/samples.ts';
import { documentKinds, mayVoid } from '@geoarchive/domain/documents.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nodeOf, ofNode } from '../archive/access.ts';
import { type DocumentItem, documentView } from './document-store.ts';
import { nodeName, type PrintDeps, printDocument, printsOf, render } from './prints.ts';

const load = async (deps: PrintDeps, caller: Caller, number: string): Promise<DocumentItem> =>
  ofNode(caller, await deps.documents.get(number));

const list = async (deps: PrintDeps, { caller, query }: Call<typeof documents.listDocuments>) => {
  const node = nodeOf(caller);
  const { kind } = query;
  const about = query.deposit ?? query.concerns;
  const page =
    about !== undefined
      ? await deps.documents.list('gsi3', `documents-of#${about}`, query)
      : kind === undefined
        ? await deps.documents.list('gsi1', `documents#${node}`, { ...query, newestFirst: true })
        : await deps.documents.list('gsi2', `documents#${node}#${kind}`, { ...query, newestFirst: true });
  const seen = page.items.filter(({ body }) => caller.roles.includes('MINISTRY_ADMIN') || body.node === node);
  return { ...page, items: seen.map(documentView) };
};

const get = async (deps: PrintDeps, { caller, params }: Call<typeof documents.getDocument>) => {
  const item = await load(deps, caller, params.number);
  return { ...documentView(item), prints: await printsOf(deps.table, item.id) };
};

/** Only who issues such papers may take one back; its number stays taken. */
const declareVoid = async (
  deps: PrintDeps,
  { caller, params, body, ifMatch }: Call<typeof documents.voidDocument>,
): Promise<StoredDocument> => {
  const item = await load(deps, caller, params.number);
  expectVersion(item, ifMatch);
  const { kind } = item.body;
  if (!mayVoid(kind, caller.roles))
    throw new Problem('forbidden', {
      zh: `您的角色不能声明“${documentKinds[kind].name.zh}”作废。`,
      en: `Your role may not declare a "${documentKinds[kind].name.en}" void.`,
    });
  const voided = { at: deps.clock().toISOString(), by: caller.name, reason: body.reason };
  const moved = await deps.documents.move(
    item,
    'void',
    { ...item.body, voided },
    {
      action: documents.voidDocument.audit,
      by: caller,
      detail: { reason: body.reason },
      events: [{ type: 'DocumentVoided', data: { number: item.id, ...voided } }],
    },
  );
  return documentView(moved);
};

const sample = async (deps: PrintDeps, { body }: Call<typeof documents.sampleDocument>) => {
  const document = sampleOf(body.kind);
  const [first] = deps.settings.nodes;
  const { pdf } = await render(
    {
      ...body,
      document,
      void: false,
      sample: true,
      nodeName: first?.name ?? nodeName(deps.settings, document.node),
      portal: deps.settings.portal,
    },
    await deps.fonts(),
  );
  return { pdf: Buffer.from(pdf).toString('base64') };
};

export const internalDocumentRoutes = [
  implement(documents.listDocuments, list),
  implement(documents.getDocument, get),
  implement(documents.printDocument, async (deps: PrintDeps, { caller, params, body }) => {
    const item = await load(deps, caller, params.number);
    return printDocument(deps, item, body, { action: documents.printDocument.audit, by: caller });
  }),
  implement(documents.voidDocument, declareVoid),
  implement(documents.sampleDocument, sample),
];
