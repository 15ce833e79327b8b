import * as contract from '@geoarchive/contract/orders.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { type OrderMove, orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ulid } from 'ulid';
import { nodeOf, ofNode } from '../archive/access.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { OrderItem } from './order-store.ts';

type Deps = Pick<ArchiveDeps, 'clock' | 'settings' | 'orders'>;

const shown = ({ clock }: Deps, caller: Caller, { id, version, state, body }: OrderItem): contract.Order => {
  const { owner: _, ...of } = body;
  return {
    ...of,
    id,
    version,
    state,
    late: state === 'open' && body.deadline < dayOf(clock()),
    moves: movesFrom(orderLifecycle, state, caller.roles),
  };
};

const list = async (deps: Deps, { caller, query }: Call<typeof contract.listOrders>) => {
  const { state, ...paging } = query;
  const ministry = caller.roles.includes('MINISTRY_ADMIN');
  const page = await (ministry
    ? state === undefined
      ? deps.orders.list('gsi1', 'orders', paging)
      : deps.orders.list('gsi3', `orders-in#${state}`, paging)
    : deps.orders.list('gsi2', `orders#${nodeOf(caller)}`, paging));
  const items = page.items.filter((item) => state === undefined || item.state === state);
  return { ...page, items: items.map((item) => shown(deps, caller, item)) };
};

const get = async (deps: Deps, { caller, params }: Call<typeof contract.getOrder>) =>
  shown(deps, caller, ofNode(caller, await deps.orders.get(params.id)));

const make = async (deps: Deps, { caller, body }: Call<typeof contract.makeOrder>) => {
  const refuse = (field: string, zh: string, en: string): never => {
    throw new Problem('invalid-input', { zh, en }, [{ field: `body.${field}`, message: field }]);
  };
  if (!deps.settings.nodes.some(({ code }) => code === body.node))
    refuse('node', '没有这个馆藏机构。', 'There is no such archive.');
  if (body.deadline < dayOf(deps.clock()))
    refuse('deadline', '办理期限已经过去。', 'The deadline has passed already.');
  const now = deps.clock();
  const id = ulid(now.getTime());
  const made = { ...body, madeBy: caller.name, owner: caller.sub, madeAt: now.toISOString(), said: [] };
  const { node, subject, deadline } = body;
  const item = await deps.orders.create(id, made, {
    action: contract.makeOrder.audit,
    by: caller,
    detail: { subject, deadline },
    events: [{ type: 'OrderMoved', data: { orderId: id, node } }],
  });
  return shown(deps, caller, item);
};

/** A move with what is said about it; told to the other side. */
const act =
  (move: OrderMove, audit: string) =>
  async (
    deps: Deps,
    { caller, params, body }: { caller: Caller; params: { id: string }; body: { text: string } },
  ): Promise<contract.Order> => {
    const item = ofNode(caller, await deps.orders.get(params.id));
    const at = deps.clock().toISOString();
    const said = [...item.body.said, { act: move, text: body.text, by: caller.name, at }];
    const moved = await deps.orders.move(
      item,
      move,
      { ...item.body, said },
      {
        action: audit,
        by: caller,
        detail: { text: body.text },
        events: [{ type: 'OrderMoved', data: { orderId: item.id, node: item.body.node } }],
      },
    );
    return shown(deps, caller, moved);
  };

export const orderRoutes = [
  implement(contract.listOrders, list),
  implement(contract.getOrder, get),
  implement(contract.makeOrder, make),
  implement(contract.replyOrder, act('reply', contract.replyOrder.audit)),
  implement(contract.returnOrder, act('return', contract.returnOrder.audit)),
  implement(contract.closeOrder, act('close', contract.closeOrder.audit)),
];
