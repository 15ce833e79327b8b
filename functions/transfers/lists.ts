import type { TransferList, TransferListBody } from '@geoarchive/contract/transfers.ts';
import * as transfers from '@geoarchive/contract/transfers.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { transferListNumber } from '@geoarchive/domain/numbers.ts';
import type { TransferMove } from '@geoarchive/domain/transfer/transfer.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { askedNode, nodeOf } from '../archive/access.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { DossierItem } from '../archive/dossier-store.ts';
import { dossierDigest } from './digest.ts';
import type { TransferItem } from './transfer-store.ts';
import { movedTo } from './transfers.ts';
import { dossiersOf, transferViews } from './view.ts';

/** Made anew when somebody else was quicker with one of them; lost for good it is tried again by hand. */
const oneAtATime = <T>(work: () => Promise<T>): Promise<T> =>
  againWhenRaced(work).catch((error: unknown) => {
    throw error instanceof ConditionFailed ? new Problem('busy') : error;
  });

const view = async (deps: ArchiveDeps, list: TransferListBody, caller: Caller): Promise<TransferList> => {
  const items = await deps.transfers.some(list.items.map(({ transferId }) => transferId));
  return { ...list, transfers: await transferViews(deps, items, caller) };
};

/** All of these transfers with their dossiers; what is missing or not the caller's own to handle does not exist. */
const taken = async (
  deps: ArchiveDeps,
  ids: readonly string[],
  isOwn: (item: TransferItem) => boolean,
): Promise<{ item: TransferItem; dossier: DossierItem }[]> => {
  const wanted = [...new Set(ids)];
  const items = (await deps.transfers.some(wanted)).filter(isOwn);
  const dossiers = await dossiersOf(
    deps,
    items.map(({ body }) => body.dossierId),
  );
  const both = items.flatMap((item) => {
    const dossier = dossiers.get(item.body.dossierId);
    return dossier === undefined ? [] : [{ item, dossier }];
  });
  if (both.length < wanted.length) throw new Problem('not-found');
  return both;
};

/** The digests of these dossiers, one after the other: of a list together no more files than one deposit may have. */
const digestsOf = async (
  deps: ArchiveDeps,
  dossiers: readonly DossierItem[],
): Promise<ReadonlyMap<string, string>> => {
  const files = dossiers.reduce((sum, { body }) => sum + body.fileCount, 0);
  if (files > limits.filesPerDeposit)
    throw new Problem('rule-broken', {
      zh: `选定案卷的文件合计超过 ${limits.filesPerDeposit} 个，请分批办理。`,
      en: `The chosen dossiers have more than ${limits.filesPerDeposit} files together: do it in parts.`,
    });
  const digests = new Map<string, string>();
  for (const dossier of dossiers) digests.set(dossier.id, await dossierDigest(deps, dossier));
  return digests;
};

const told = (
  { table, clock }: ArchiveDeps,
  list: Pick<TransferListBody, 'id' | 'number' | 'node' | 'to'>,
  { move, dossiers }: { move: 'send' | 'receive' | 'refuse'; dossiers: number },
): Write => {
  const { id: listId, number, node, to } = list;
  return outboxWrite(table.name, clock, 'TransferListMoved', { listId, number, node, to, move, dossiers });
};

const send = async (deps: ArchiveDeps, { caller, body }: Call<typeof transfers.sendTransfers>) => {
  const node = nodeOf(caller);
  const list = await oneAtATime(async () => {
    const all = await taken(deps, body.transfers, (item) => item.body.node === node);
    for (const { item } of all) deps.transfers.expect(item, 'send');
    const to = all[0]?.item.body.to ?? '';
    if (all.some(({ item }) => item.body.to !== to))
      throw new Problem('rule-broken', {
        zh: '一份移交清单只能移交一个馆，请分别办理。',
        en: 'A transfer list goes to one archive: make one for each.',
      });
    const digests = await digestsOf(
      deps,
      all.map(({ dossier }) => dossier),
    );
    const now = deps.clock();
    const [at, on] = [now.toISOString(), dayOf(now)];
    const year = on.slice(0, 4);
    const next = await nextNumber(deps.table, `transfer-list#${node}#${year}`);
    const closed: TransferListBody = {
      ...{ id: ulid(now.getTime()), number: transferListNumber(node, year, next.value) },
      ...{ node, to, by: caller.name, at },
      items: all.map(({ item, dossier }) => ({
        ...{ transferId: item.id, dossierId: dossier.id, archiveNumber: dossier.body.archiveNumber },
        certificateNumber: dossier.body.certificateNumber,
        ...{ files: dossier.body.fileCount, bytes: dossier.body.bytes },
        sha256: digests.get(dossier.id) ?? '',
      })),
    };
    const action = transfers.sendTransfers.audit;
    const detail = { list: closed.number, to };
    await deps.table.transact([
      next.take,
      deps.transferLists.closing(closed),
      told(deps, closed, { move: 'send', dossiers: all.length }),
      auditWrite(deps.table.name, deps.clock, {
        ...{ about: closed.id, action, by: caller, node },
        detail: { ...detail, dossiers: all.length },
      }),
      ...all.flatMap(({ item, dossier }) => {
        const sha256 = digests.get(dossier.id) ?? '';
        const sent = { listId: closed.id, list: closed.number, by: caller.name, at, on, sha256 };
        return deps.transfers.moving(
          item,
          'send',
          { ...item.body, sent },
          { action, by: caller, detail: { ...detail, sha256 }, events: [movedTo(item, 'sent')] },
        );
      }),
    ]);
    return closed;
  });
  return view(deps, list, caller);
};

/** A list of those that the caller's archive sent or is sent; the ministry sees all. */
const listOf = async (deps: ArchiveDeps, caller: Caller, id: string): Promise<TransferListBody> => {
  const list = await deps.transferLists.get(id);
  const mine = caller.roles.includes('MINISTRY_ADMIN') ? undefined : nodeOf(caller);
  if (list === undefined || (mine !== undefined && mine !== list.node && mine !== list.to))
    throw new Problem('not-found');
  return list;
};

/** What the receiving archive does with transfers of a list: all that are named, or none. */
const answer = async (
  deps: ArchiveDeps,
  { caller, id, ids, move, action, detail = {} }: Answering,
  body: (item: TransferItem, list: TransferListBody) => TransferItem['body'],
  check: (all: readonly { item: TransferItem; dossier: DossierItem }[]) => Promise<void> = async () => {},
) => {
  const list = await listOf(deps, caller, id);
  const node = nodeOf(caller);
  // Of the archive that sent it the list is known; what happens to it here is not its to do, nor the ministry's.
  if (list.to !== node) throw new Problem('forbidden');
  await oneAtATime(async () => {
    const all = await taken(
      deps,
      ids,
      (item) => item.body.to === node && list.items.some(({ transferId }) => transferId === item.id),
    );
    for (const { item } of all) {
      deps.transfers.expect(item, move);
      // Refused once and sent again, it stands on another list.
      if (item.body.sent?.listId !== list.id) throw new Problem('stale');
    }
    await check(all);
    const to = move === 'receive' ? 'received' : 'refused';
    await deps.table.transact([
      told(deps, list, { move, dossiers: all.length }),
      // What is of a transfer is the sender's; who received or refused is to be found among the receiver's own entries, too.
      auditWrite(deps.table.name, deps.clock, {
        ...{ about: list.id, action, by: caller, node },
        detail: { list: list.number, from: list.node, dossiers: all.length, ...detail },
      }),
      ...all.flatMap(({ item }) =>
        deps.transfers.moving(item, move, body(item, list), {
          ...{ action, by: caller, detail: { list: list.number, ...detail } },
          events: [movedTo(item, to)],
        }),
      ),
    ]);
  });
  return view(deps, list, caller);
};
type Answering = {
  caller: Caller;
  id: string;
  ids: readonly string[];
  move: Extract<TransferMove, 'receive' | 'refuse'>;
  action: string;
  detail?: Record<string, unknown>;
};

/** Refuses what is not, or no longer, what the list says: each dossier is digested anew. */
const expectSame =
  (deps: ArchiveDeps) =>
  async (all: readonly { item: TransferItem; dossier: DossierItem }[]): Promise<void> => {
    const digests = await digestsOf(
      deps,
      all.map(({ dossier }) => dossier),
    );
    const other = all.filter(({ item, dossier }) => digests.get(dossier.id) !== item.body.sent?.sha256);
    if (other.length === 0) return;
    throw new Problem(
      'rule-broken',
      {
        zh: '有案卷与移交清单的摘要不符，不能接收；请退回这些案卷，由移交馆核对后重新移交。',
        en: 'Some dossiers are not what the list says (their digests differ): refuse them, so that the sender looks and sends them again.',
      },
      other.map(({ item, dossier }) => ({
        field: `transfers.${item.body.archiveNumber}`,
        message: digests.get(dossier.id) ?? '',
      })),
    );
  };

const receive = (deps: ArchiveDeps, { caller, params, body }: Call<typeof transfers.receiveTransfers>) => {
  const now = deps.clock();
  const received = { by: caller.name, at: now.toISOString(), on: dayOf(now) };
  const action = transfers.receiveTransfers.audit;
  return answer(
    deps,
    { caller, id: params.id, ids: body.transfers, move: 'receive', action },
    (item) => ({ ...item.body, received }),
    expectSame(deps),
  );
};

const refuse = (deps: ArchiveDeps, { caller, params, body }: Call<typeof transfers.refuseTransfers>) => {
  const { reason } = body;
  const at = deps.clock().toISOString();
  const action = transfers.refuseTransfers.audit;
  return answer(
    deps,
    { caller, id: params.id, ids: body.transfers, move: 'refuse', action, detail: { reason } },
    (item, { number: list }) => ({ ...item.body, refused: { reason, by: caller.name, at, list } }),
  );
};

export const transferListRoutes = [
  implement(transfers.sendTransfers, send),
  implement(transfers.listTransferLists, (deps: ArchiveDeps, { caller, query }) =>
    deps.transferLists.list(query.way, askedNode(caller, query.node), query),
  ),
  implement(transfers.getTransferList, async (deps: ArchiveDeps, { caller, params }) =>
    view(deps, await listOf(deps, caller, params.id), caller),
  ),
  implement(transfers.receiveTransfers, receive),
  implement(transfers.refuseTransfers, refuse),
];
