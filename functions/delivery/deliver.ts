import * as delivery from '@geoarchive/contract/delivery.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { type GrantRefusal, grantRefusals, refusalOf } from '@geoarchive/domain/service/grant.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import { deliveryKey, type HeldGrant, type HeldGrants, ownView } from './grant-store.ts';

export type DeliveryDeps = {
  clock: Clock;
  table: Table;
  held: HeldGrants;
  delivery: Pick<Bucket, 'signGet'>;
};

const nothing = () =>
  new Problem('not-found', {
    zh: '没有这项许可，或其中没有这个文件。',
    en: 'There is no such grant, or no such file in it.',
  });

const problemOf = (why: GrantRefusal): Problem => {
  const kind =
    why === 'grant-of-another' ? 'forbidden' : why === 'grant-used-up' ? 'rule-broken' : 'wrong-state';
  return new Problem(kind, grantRefusals[why], [{ field: 'path.id', message: why }]);
};

/** Why somebody may not use a grant, with what they tried on the audit trail: refused for good, whatever comes of it. */
const refused = async (
  deps: DeliveryDeps,
  caller: Caller,
  { grant, used }: HeldGrant,
  no: number,
): Promise<Problem> => {
  const why = refusalOf({ ...grant, used }, caller.sub, dayOf(deps.clock()));
  // It can be used again by now: it was extended in this instant.
  if (why === undefined) return new Problem('busy');
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      about: grant.id,
      action: 'delivery.refuse',
      by: caller,
      detail: { why, no, number: grant.number, used, allowed: grant.allowed, until: grant.until },
      node: grant.node,
    }),
  ]);
  return problemOf(why);
};

/**
 * Opens a file of a grant: counted, told and written down in one transaction, under the conditions of the grant; then a link that is
 * good for minutes and given to its person only.
 */
const open = async (deps: DeliveryDeps, { caller, params, body }: Call<typeof delivery.openGrantFile>) => {
  const found = await deps.held.get(params.id);
  if (found === undefined) throw nothing();
  const { grant } = found;
  const file = grant.files.find(({ no }) => no === body.no);
  // Whether there is such a file is nothing that another person learns.
  if (file === undefined)
    throw grant.person === caller.sub ? nothing() : await refused(deps, caller, found, body.no);
  const { id: grantId, recordId, node, purpose, askerKind, mode } = grant;
  const used = found.used + 1;
  try {
    await deps.table.transact([
      deps.held.using(grantId, caller.sub),
      outboxWrite(deps.table.name, deps.clock, 'GrantUsed', {
        ...{ grantId, used, no: file.no, bytes: file.size, recordId, node, purpose, askerKind, mode },
      }),
      auditWrite(deps.table.name, deps.clock, {
        about: grantId,
        action: delivery.openGrantFile.audit,
        by: caller,
        detail: { number: grant.number, no: file.no, recordId },
        node,
      }),
    ]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw await refused(deps, caller, (await deps.held.get(params.id)) ?? found, body.no);
  }
  const name = file.path.split('/').at(-1) ?? file.path;
  return {
    url: await deps.delivery.signGet(deliveryKey(grantId, file.no), name),
    used,
    allowed: grant.allowed,
  };
};

const own = async (deps: DeliveryDeps, caller: Caller, id: string) => {
  const found = await deps.held.get(id);
  if (found === undefined || found.grant.person !== caller.sub) throw nothing();
  return ownView(found, deps.clock);
};

export const deliveryRoutes = [
  implement(delivery.listOwnGrants, async (deps: DeliveryDeps, { caller, query }) => {
    const page = await deps.held.list(caller.sub, query);
    return { ...page, items: page.items.map((one) => ownView(one, deps.clock)) };
  }),
  implement(delivery.getOwnGrant, (deps: DeliveryDeps, { caller, params }) => own(deps, caller, params.id)),
  implement(delivery.openGrantFile, open),
];
