import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import * as service from '@geoarchive/contract/service.ts';
import type { UseItem } from '@geoarchive/contract/service-parts.ts';
import type { Outcome } from '@geoarchive/domain/cases/kinds.ts';
import { isDecided } from '@geoarchive/domain/service/item.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import { act } from '../cases/act.ts';
import type { CaseItem } from '../cases/case-store.ts';
import { expectInHand } from './consent-work.ts';
import type { ServiceDeps } from './deps.ts';
import { makeGrant } from './granting.ts';
import { itemOf, movedItems } from './items.ts';
import { expectAgreed } from './quoting.ts';
import { requestDetail, requestOf } from './request.ts';

const outcomeOf = (uses: readonly UseItem[]): Outcome => {
  const granted = uses.filter(({ state }) => state === 'granted').length;
  return granted === 0 ? 'refused' : granted === uses.length ? 'granted' : 'partly';
};

/** The request is decided with its last record: how, follows from them. */
const ending = (
  deps: ServiceDeps,
  request: CaseItem,
  uses: readonly UseItem[],
  by: { sub: string; name: string },
) => {
  if (!uses.every(({ state }) => isDecided(state))) return {};
  const at = deps.clock().toISOString();
  const outcome = outcomeOf(uses);
  const { number, kind, node, subject } = request.body;
  const reasons = uses
    .map(({ title, reasons: why }) => `${title}：${why ?? ''}`)
    .join('\n')
    .slice(0, 4000);
  return {
    move: 'decide' as const,
    change: { decision: { outcome, reasons, by: by.name, at, evidence: [] }, decidedBy: by.sub },
    events: [
      {
        type: 'CaseDecided' as const,
        data: { caseId: request.id, number, kind, node, outcome, subject, at },
      },
    ],
  };
};

/** Decides one record of a request, with reasons: refused, or granted for a term, a count and a way of use (decision 0027). */
const decide = async (
  deps: ServiceDeps,
  call: Call<typeof service.decideUseItem>,
): Promise<UseRequestDetail> => {
  const { caller, params, body } = call;
  const moved = await againWhenRaced(async () => {
    const request = await requestOf(deps, call);
    expectInHand(request);
    const item = itemOf(request.body.uses, params.item);
    const { reasons } = body;
    if (body.outcome === 'grant') expectAgreed(deps, request);
    // Before the grant: what cannot be decided now takes no number.
    movedItems(request.body.uses, item, body.outcome, {});
    const made =
      body.outcome === 'grant' ? await makeGrant(deps, { request, item, of: body, caller }) : undefined;
    const uses = movedItems(request.body.uses, item, body.outcome, {
      reasons,
      ...(made && { grant: made.grant }),
    });
    const end = ending(deps, request, uses, caller);
    const closes: EventToRaise[] =
      item.state === 'waiting' ? [{ type: 'ConsentClosed', data: { itemId: item.itemId } }] : [];
    return act(deps, request, {
      action: service.decideUseItem.audit,
      by: caller,
      ...(end.move && { move: end.move }),
      change: { uses, ...end.change },
      detail: { itemId: item.itemId, outcome: body.outcome, reasons, grant: made?.grant.number },
      events: [...closes, ...(end.events ?? [])],
      with: made?.writes ?? [],
    });
  });
  return requestDetail(deps, moved, caller);
};

export const decidingRoutes = [implement(service.decideUseItem, decide)];
