import type { Transfer } from '@geoarchive/contract/transfers.ts';
import * as transfers from '@geoarchive/contract/transfers.ts';
import { groundsFor, type TransferState } from '@geoarchive/domain/transfer/transfer.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { askedNode, nodeOf } from '../archive/access.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import { receiversOf } from './making.ts';
import { listOpen } from './open-list.ts';
import { isHome, readableDossier } from './reading.ts';
import { inList, outList, type TransferItem } from './transfer-store.ts';
import { transferViews } from './view.ts';

const list = async (deps: ArchiveDeps, { caller, query }: Call<typeof transfers.listTransfers>) => {
  const { way, state, node: asked, dueFrom, dueTo, ...paging } = query;
  const node = askedNode(caller, asked);
  // The lists are by due day and id; no id comes after the tilde.
  const range = [dueFrom ?? '0', `${dueTo ?? ''}~`] as const;
  if (range[0] > range[1]) return { items: [] };
  const of = { ...paging, range: dueFrom === undefined && dueTo === undefined ? undefined : range };
  const incoming = (wanted: TransferState) => deps.transfers.list('gsi3', inList(node, wanted), of);
  const page = await (way === 'in'
    ? incoming(state === undefined || state === 'open' ? 'sent' : state)
    : state === undefined
      ? deps.transfers.list('gsi1', `transfers#${node}`, of)
      : state === 'open'
        ? listOpen(deps, node, of)
        : deps.transfers.list('gsi2', outList(node, state), of));
  return { ...page, items: await transferViews(deps, page.items, caller) };
};

/** All of them for the archive whose dossier it is; for another, its own transfer once that was sent. */
const ofDossier = async (deps: ArchiveDeps, { caller, params }: Call<typeof transfers.dossierTransfers>) => {
  const dossier = await readableDossier(deps, caller, params.id);
  const home = isHome(caller, dossier);
  const to = home ? deps.settings.nodes.map(({ code }) => code) : [nodeOf(caller)];
  const found = await deps.transfers.some(to.map((code) => deps.transfers.idFor(dossier.id, code)));
  return { items: await transferViews(deps, found, caller) };
};

/** A transfer that the caller's own archive owes; of another it does not exist, for the ministry neither: it decides nothing here. */
const ownTransfer = async (
  deps: ArchiveDeps,
  { caller, params, ifMatch }: { caller: Caller; params: { id: string }; ifMatch: number | undefined },
): Promise<TransferItem> => {
  const item = await deps.transfers.get(params.id);
  if (item === undefined || item.body.node !== nodeOf(caller)) throw new Problem('not-found');
  expectVersion(item, ifMatch);
  return item;
};

const shown = async (deps: ArchiveDeps, item: TransferItem, caller: Caller): Promise<Transfer> => {
  const [view] = await transferViews(deps, [item], caller);
  if (view === undefined) throw new Error(`Transfer ${item.id} is of a dossier that is not there`);
  return view;
};

/** What tells that a transfer came to a state. */
export const movedTo = (item: TransferItem, state: TransferState) => ({
  type: 'TransferMoved' as const,
  data: {
    ...{ transferId: item.id, dossierId: item.body.dossierId },
    ...{ node: item.body.node, to: item.body.to, state },
  },
});

/** Whether the dossier's duty, as it stands now, names the archive that is to receive. */
const isNamed = async (deps: ArchiveDeps, { body }: TransferItem): Promise<boolean> => {
  const dossier = await deps.dossiers.get(body.dossierId);
  const named = dossier === undefined ? [] : (await receiversOf(deps, [dossier]))(dossier);
  return named.some(({ to }) => to === body.to);
};

const exempt = async (deps: ArchiveDeps, call: Call<typeof transfers.exemptTransfer>) => {
  const { caller, body } = call;
  const item = await ownTransfer(deps, call);
  // The list of what is not transferred is one of the national archive (domain.md §1.5); of another province no kind is left out.
  if (!groundsFor(item.body.route).includes(body.ground))
    throw new Problem('rule-broken', {
      zh: '该不转送依据不适用于向该馆的转送。',
      en: 'This ground is not one for a transfer to that archive.',
    });
  if (body.ground === 'not-named' && (await isNamed(deps, item)))
    throw new Problem('rule-broken', {
      zh: '汇交义务仍涉及接收馆所在省，应当转送。',
      en: 'The duty still names the province of that archive: it is to be transferred.',
    });
  const exempted = { ...body, by: caller.name, at: deps.clock().toISOString() };
  const moved = await deps.transfers.move(
    item,
    'exempt',
    { ...item.body, exempted },
    {
      action: transfers.exemptTransfer.audit,
      by: caller,
      detail: { ...body },
      events: [movedTo(item, 'exempt')],
    },
  );
  return shown(deps, moved, caller);
};

const resume = async (deps: ArchiveDeps, call: Call<typeof transfers.resumeTransfer>) => {
  const { caller, body } = call;
  const item = await ownTransfer(deps, call);
  const { exempted, ...rest } = item.body;
  const moved = await deps.transfers.move(item, 'resume', rest, {
    action: transfers.resumeTransfer.audit,
    by: caller,
    detail: { reason: body.reason, ground: exempted?.ground },
    events: [movedTo(item, 'due')],
  });
  return shown(deps, moved, caller);
};

export const transferRoutes = [
  implement(transfers.listTransfers, list),
  implement(transfers.dossierTransfers, ofDossier),
  implement(transfers.exemptTransfer, exempt),
  implement(transfers.resumeTransfer, resume),
];
