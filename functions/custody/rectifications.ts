import * as contract from '@geoarchive/contract/custody-inspections.ts';
import { isSoon } from '@geoarchive/domain/custody/due.ts';
import { rectificationLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { authorityOf, custodyTerms, noSuchThing, reachOf, wrongField } from './access.ts';
import type { CustodyDeps, CustodyFiles } from './deps.ts';
import { expectRoom, fileKey, keepFile } from './files.ts';
import type { RectificationItem } from './inspection-store.ts';

type Deps = CustodyDeps & CustodyFiles;

/** As whom a caller moves it: its custodian, the inspectors of its archive, who ordered the inspection. */
const actsAs = (deps: Deps, caller: Caller, { body }: RectificationItem) =>
  caller.roles.filter((role) => {
    if (role === 'CUSTODIAN_ADMIN') return caller.node === body.node;
    if (role === 'INSPECTOR') return caller.node === body.archive;
    if (role === 'PROVINCE_ADMIN') return authorityOf(deps, caller) === body.authority;
    return role === 'MINISTRY_ADMIN';
  });

const shown = (deps: Deps, caller: Caller, item: RectificationItem): contract.Rectification => {
  const today = dayOf(deps.clock());
  const open = item.state === 'open';
  return {
    ...item.body,
    ...{ id: item.id, version: item.version, state: item.state },
    moves: movesFrom(rectificationLifecycle, item.state, actsAs(deps, caller, item)),
    soon: open && isSoon(item.body.due, today, custodyTerms(deps).rectificationNoticeDays),
    late: open && item.body.due < today,
  };
};

const sees = (deps: Deps, caller: Caller, item: RectificationItem, reach: 'all' | ReadonlySet<string>) =>
  reach === 'all' ||
  (caller.roles.includes('PROVINCE_ADMIN')
    ? authorityOf(deps, caller) === item.body.authority
    : reach.has(item.body.node));

const load = async (deps: Deps, caller: Caller, id: string): Promise<RectificationItem> => {
  const [item, reach] = await Promise.all([deps.rectifications.get(id), reachOf(deps, caller)]);
  if (item === undefined || !sees(deps, caller, item, reach)) throw noSuchThing();
  return item;
};

const list = async (deps: Deps, { caller, query }: Call<typeof contract.listRectifications>) => {
  const { custodian, state, inspection, ...paging } = query;
  const reach = await reachOf(deps, caller);
  const only = reach !== 'all' && reach.size === 1 ? [...reach][0] : custodian;
  const page = await (only !== undefined
    ? deps.rectifications.list('gsi2', `rectifications#${only}`, paging)
    : state !== undefined
      ? deps.rectifications.list('gsi3', `rectifications-in#${state}`, paging)
      : deps.rectifications.list('gsi1', 'rectifications', paging));
  const items = page.items.filter(
    (item) =>
      sees(deps, caller, item, reach) &&
      (custodian === undefined || item.body.node === custodian) &&
      (state === undefined || item.state === state) &&
      (inspection === undefined || item.body.inspection.id === inspection),
  );
  return { ...page, items: items.map((item) => shown(deps, caller, item)) };
};

const attach = async (deps: Deps, { caller, params, body }: Call<typeof contract.attachEvidence>) => {
  const item = await load(deps, caller, params.id);
  deps.rectifications.expect(item, 'answer');
  expectRoom(item.body.evidence, contract.mostEvidence);
  const file = await keepFile(deps, item.id, { id: ulid(deps.clock().getTime()), ...body });
  const tell = { action: contract.attachEvidence.audit, by: caller, detail: file };
  const changed = { ...item.body, evidence: [...item.body.evidence, file] };
  return shown(deps, caller, await deps.rectifications.change(item, changed, tell));
};

const open = async (deps: Deps, { caller, params }: Call<typeof contract.openRectificationEvidence>) => {
  const { id, body } = await load(deps, caller, params.id);
  const file = body.evidence.find((one) => one.id === params.file);
  if (file === undefined) throw noSuchThing();
  return { url: await deps.bucket.signGet(fileKey(id, file.id), file.name) };
};

/** The writes that close the inspection with the last of its rectifications. */
const closing = async (deps: Deps, item: RectificationItem): Promise<Write[]> => {
  const of = await deps.inspections.get(item.body.inspection.id);
  if (of === undefined || of.state !== 'done') return [];
  const others = of.body.rectifications.filter((id) => id !== item.id);
  const all = await Promise.all(others.map((id) => deps.rectifications.get(id)));
  if (all.some((one) => one?.state !== 'accepted')) return [];
  const at = deps.clock().toISOString();
  const said = [...of.body.said, { move: 'close' as const, text: '', by: '系统 System', at }];
  return deps.inspections.moving(
    of,
    'close',
    { ...of.body, said },
    {
      action: contract.moveRectification.audit,
      by: { worker: 'custody' },
      events: [{ type: 'InspectionClosed', data: { inspectionId: of.id, node: of.body.node } }],
    },
  );
};

const move = async (
  deps: Deps,
  { caller, params, body, ifMatch }: Call<typeof contract.moveRectification>,
) => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  deps.rectifications.expect(item, body.move);
  if (!movesFrom(rectificationLifecycle, item.state, actsAs(deps, caller, item)).includes(body.move))
    throw new Problem('forbidden');
  if (body.move === 'answer' && item.body.evidence.length === 0)
    throw wrongField('text', '请先上传整改证明材料。', 'Attach evidence of the rectification first.');
  const at = deps.clock().toISOString();
  const said = [...item.body.said, { move: body.move, text: body.text, by: caller.name, at }];
  const { node, archive, number, due } = item.body;
  const state = rectificationLifecycle.moves[body.move].to;
  const moved = await deps.rectifications.move(
    item,
    body.move,
    { ...item.body, said },
    {
      action: contract.moveRectification.audit,
      by: caller,
      detail: { move: body.move, text: body.text },
      events: [
        {
          type: 'RectificationMoved',
          data: { rectificationId: item.id, node, archive, state, number, due },
        },
      ],
      with: body.move === 'accept' ? await closing(deps, item) : [],
    },
  );
  return shown(deps, caller, moved);
};

export const rectificationRoutes = [
  implement(contract.listRectifications, list),
  implement(contract.getRectification, async (deps: Deps, { caller, params }) =>
    shown(deps, caller, await load(deps, caller, params.id)),
  ),
  implement(contract.attachEvidence, attach),
  implement(contract.openRectificationEvidence, open),
  implement(contract.moveRectification, move),
];
