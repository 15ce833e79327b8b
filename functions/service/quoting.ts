import type { UseRequestDetail } from '@geoarchive/contract/service.ts';
import * as service from '@geoarchive/contract/service.ts';
import type { Quote } from '@geoarchive/contract/service-parts.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { canMove } from '@geoarchive/domain/lifecycle.ts';
import { useReceiptNumber } from '@geoarchive/domain/numbers.ts';
import {
  charges,
  isAgreed,
  mayWork,
  type PriceList,
  priced,
  priceListOn,
  quoteBegins,
  quoteLifecycle,
} from '@geoarchive/domain/service/prices.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { act } from '../cases/act.ts';
import type { CaseItem } from '../cases/case-store.ts';
import { issuing, paperOf } from '../documents/issue.ts';
import { expectInHand } from './consent-work.ts';
import type { ServiceDeps } from './deps.ts';
import { askerKindOf, requestDetail, requestOf } from './request.ts';

export const pricesToday = ({
  settings,
  clock,
}: Pick<ServiceDeps, 'settings' | 'clock'>): PriceList | undefined =>
  priceListOn(settings.prices ?? [], dayOf(clock()));

/** Nothing is given before the asker accepted what it costs, where anything does. */
export const expectAgreed = (deps: Pick<ServiceDeps, 'settings' | 'clock'>, request: CaseItem): void => {
  const { quote } = request.body;
  if (mayWork({ list: pricesToday(deps), quote, askerKind: askerKindOf(request) })) return;
  throw new Problem('rule-broken', {
    zh: '本馆设有收费标准：请先报价（或确认免费提供），申请人接受后再许可。',
    en: 'There is a price list: make a quote first (or say it is free of charge); it is granted when the asker has accepted.',
  });
};

/** Prices by the list that counts today; a charge it does not have is refused. */
const pricedToday = (deps: ServiceDeps, wanted: Parameters<typeof priced>[1]) => {
  const list = pricesToday(deps);
  if (list === undefined)
    throw new Problem('wrong-state', {
      zh: '没有现行收费标准，利用免费，无需报价。',
      en: 'No price list counts today: use is free and takes no quote.',
    });
  const found = priced(list, wanted);
  if ('unknown' in found)
    throw new Problem(
      'rule-broken',
      {
        zh: `收费标准（${list.version}）中没有“${charges[found.unknown].zh}”。`,
        en: `The price list (${list.version}) has no price for "${charges[found.unknown].en}".`,
      },
      [{ field: 'body.lines', message: found.unknown }],
    );
  return { ...found, prices: list.version };
};

/**
 * Says what a request costs, or that it is free of charge. A quote asks the asker back: the clock stands still until it is answered,
 * and another one stands in its place. What was accepted is quoted no more.
 */
const offer = async (
  deps: ServiceDeps,
  call: Call<typeof service.quoteUseRequest>,
): Promise<UseRequestDetail> => {
  const { caller, body } = call;
  const request = await requestOf(deps, call);
  expectInHand(request);
  const before = request.body.quote;
  if (before !== undefined && isAgreed(before.state))
    throw new Problem('wrong-state', {
      zh: '申请人已接受报价，不能更改。',
      en: 'The asker has accepted the quote: it is not changed any more.',
    });
  const at = deps.clock().toISOString();
  const found = pricedToday(deps, body.lines);
  const free = body.lines.length === 0;
  const quote: Quote = {
    ...{ ...found, no: (before?.no ?? 0) + 1, at, by: caller.name },
    state: quoteBegins(free),
  };
  const message = { id: ulid(deps.clock().getTime()), at, from: 'archive' as const, by: caller.name };
  const moved = await act(deps, request, {
    action: service.quoteUseRequest.audit,
    by: caller,
    ...(free ? {} : { move: 'ask' as const }),
    change: { quote },
    messages: [{ ...message, text: body.text, evidence: [], internal: false }],
    detail: { no: quote.no, prices: quote.prices, total: quote.total, lines: quote.lines },
  });
  return requestDetail(deps, moved, caller);
};

/** Notes the payment of what was accepted and issues its receipt, in one transaction; also after the request was decided. */
const pay = async (deps: ServiceDeps, call: Call<typeof service.notePayment>): Promise<UseRequestDetail> => {
  const { caller, body } = call;
  const now = deps.clock();
  const today = dayOf(now);
  if (body.on > today)
    throw new Problem(
      'invalid-input',
      { zh: '缴费日期不能晚于今天。', en: 'It cannot have been paid after today.' },
      [{ field: 'body.on', message: body.on }],
    );
  const moved = await againWhenRaced(async () => {
    const request = await requestOf(deps, call);
    const { quote, node, number, title, asker, use } = request.body;
    if (quote === undefined || !canMove(quoteLifecycle, 'pay', quote.state))
      throw new Problem('wrong-state', {
        zh: '没有已接受而未缴费的报价。',
        en: 'There is no quote that was accepted and is not paid yet.',
      });
    const year = today.slice(0, 4);
    const next = await nextNumber(deps.table, `use-receipt#${node}#${year}`);
    const { prices, lines, total } = quote;
    const reference =
      body.reference === undefined || body.reference === '' ? {} : { reference: body.reference };
    const paper = paperOf({
      number: useReceiptNumber(node, year, next.value),
      node,
      concerns: request.id,
      issuedAt: now.toISOString(),
      says: {
        ...{ kind: 'use-receipt', title, submitter: number, submitterName: asker.name, prices, lines, total },
        ...(use?.unit === undefined ? {} : { unit: use.unit }),
        ...{ paidOn: body.on, how: body.how, ...reference, issuedBy: caller.name },
      },
    });
    const paid = { on: body.on, how: body.how, ...reference, receipt: paper.number };
    return act(deps, request, {
      action: service.notePayment.audit,
      by: caller,
      change: { quote: { ...quote, state: quoteLifecycle.moves.pay.to, paid } },
      detail: { no: quote.no, total, ...paid },
      with: [next.take, ...issuing(deps.documents, paper, { by: caller, from: 'archive' })],
    });
  });
  return requestDetail(deps, moved, caller);
};

export const quotingRoutes = [implement(service.quoteUseRequest, offer), implement(service.notePayment, pay)];
