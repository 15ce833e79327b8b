import type { QueryOf } from '@geoarchive/contract/route.ts';
import * as service from '@geoarchive/contract/service.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { nodeOf } from '../archive/access.ts';
import type { CaseItem } from '../cases/case-store.ts';
import { caseView } from '../cases/view.ts';
import { consentWorkRoutes } from './consent-work.ts';
import { copyRoutes } from './copies.ts';
import { decidingRoutes } from './deciding.ts';
import type { ServiceDeps } from './deps.ts';
import { figureRoutes } from './figures.ts';
import { grantRoutes } from './grants.ts';
import { loanRoutes } from './loans.ts';
import { quotingRoutes } from './quoting.ts';
import { readingRoutes } from './readings.ts';
import { requestDetail, requestOf } from './request.ts';

type Show = QueryOf<typeof service.listUseRequests>['show'];
const wanted: Record<Show, (item: CaseItem, caller: Caller, today: string) => boolean> = {
  all: () => true,
  open: () => true,
  mine: ({ body }, { sub }) => body.assignee?.sub === sub,
  unassigned: ({ body }) => body.assignee === undefined,
  overdue: ({ body }, _, today) => body.due !== undefined && body.due < today,
};

/** Open requests by their date, the most urgent first; all of them newest first. A page may hold fewer than fit. */
const list = async (deps: ServiceDeps, { caller, query }: Call<typeof service.listUseRequests>) => {
  const node = nodeOf(caller);
  const today = dayOf(deps.clock());
  const page =
    query.show === 'all'
      ? await deps.cases.list('gsi1', `uses#${node}`, { ...query, newestFirst: true })
      : await deps.cases.list('gsi2', `uses-open#${node}`, query);
  const calendar = await deps.calendar();
  return {
    ...page,
    items: page.items
      .filter((item) => wanted[query.show](item, caller, today))
      .map((item) => caseView(deps, calendar, item)),
  };
};

export const serviceRoutes = [
  implement(service.listUseRequests, list),
  implement(service.getUseRequest, async (deps: ServiceDeps, call) =>
    requestDetail(deps, await requestOf(deps, call), call.caller),
  ),
  ...consentWorkRoutes,
  ...decidingRoutes,
  ...quotingRoutes,
  ...grantRoutes,
  ...figureRoutes,
  ...loanRoutes,
  ...readingRoutes,
  ...copyRoutes,
];
