import * as contract from '@geoarchive/contract/custody-overview.ts';
import { termStanding } from '@geoarchive/domain/custody/agreement.ts';
import { isSoon } from '@geoarchive/domain/custody/due.ts';
import { listDueDay, owesList, periodDue } from '@geoarchive/domain/custody/holding.ts';
import type { CustodySettings } from '@geoarchive/domain/custody/settings.ts';
import { type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { authorityOf, custodyTerms, reachOf } from './access.ts';
import type { AgreementItem } from './agreement-store.ts';
import type { CustodyDeps } from './deps.ts';
import type { HoldingListItem } from './holding-list-store.ts';
import type { InspectionItem, RectificationItem } from './inspection-store.ts';

/** Years back in which a custodian's newest list is looked for. */
const yearsBack = 3;

type Seen = {
  today: Day;
  period: string;
  dueBy: Day;
  terms: CustodySettings;
  agreements: AgreementItem[];
  lists: HoldingListItem[];
  inspections: InspectionItem[];
  rectifications: RectificationItem[];
};

/** A list is owed for a year in which an agreement was in force. */
const owedOf = (of: Seen, agreements: AgreementItem[], list: HoldingListItem | undefined) => {
  if (list !== undefined && list.state !== 'open') return 'handed-in' as const;
  const said = agreements.map(({ state, body: { start, end } }) => ({ state, start, end }));
  if (!owesList(said, of.period)) return 'none' as const;
  if (of.today > of.dueBy) return 'late' as const;
  return isSoon(of.dueBy, of.today, of.terms.listNoticeDays) ? ('soon' as const) : ('open' as const);
};

const lineOf = (code: string, of: Seen): contract.CustodyLine => {
  const agreements = of.agreements.filter(({ body }) => body.node === code);
  const lists = of.lists.filter(({ body }) => body.node === code);
  const newest = lists
    .filter(({ body }) => body.figures.rows > 0)
    .toSorted((a, b) => (a.body.period < b.body.period ? 1 : -1))[0];
  const standings = agreements.map(({ state, body }) =>
    termStanding({ state, end: body.end }, of.today, of.terms.noticeDays),
  );
  const inspections = of.inspections.filter(({ body }) => body.node === code);
  const mine = of.rectifications.filter(({ body }) => body.node === code);
  const open = mine.filter(({ state }) => state === 'open');
  return {
    custodian: code,
    ...(newest && {
      list: {
        period: newest.body.period,
        state: newest.state,
        figures: newest.body.figures,
        differences: newest.body.differences,
      },
    }),
    owed: owedOf(
      of,
      agreements,
      lists.find(({ body }) => body.period === of.period),
    ),
    agreements: {
      inForce: agreements.filter(({ state }) => state === 'in-force').length,
      soon: standings.filter((one) => one === 'soon').length,
      expired: standings.filter((one) => one === 'expired').length,
    },
    inspections: {
      open: inspections.length,
      late: inspections.filter(({ body }) => body.plannedOn < of.today).length,
    },
    rectifications: {
      open: open.length,
      soon: open.filter(({ body }) => isSoon(body.due, of.today, of.terms.rectificationNoticeDays)).length,
      late: open.filter(({ body }) => body.due < of.today).length,
      answered: mine.filter(({ state }) => state === 'answered').length,
    },
  };
};

/** Everything that the caller sees of custody; a province its own agreements, inspections and what these asked for. */
const seenBy = async (deps: CustodyDeps, caller: Caller): Promise<Seen> => {
  const today = dayOf(deps.clock());
  const terms = custodyTerms(deps);
  const period = periodDue(today, terms.listDue, terms.listNoticeDays);
  const of = authorityOf.bind(undefined, deps, caller);
  const province = caller.roles.includes('PROVINCE_ADMIN') && !caller.roles.includes('MINISTRY_ADMIN');
  const mine = <T extends { body: { authority: string } }>(items: T[]): T[] =>
    province ? items.filter(({ body }) => body.authority === of()) : items;
  const [agreements, lists, inspections, rectifications] = await Promise.all([
    deps.agreements.all(),
    deps.holdingLists.recent(String(Number(period) - yearsBack)),
    deps.inspections.allIn('planned', 'dispatched'),
    deps.rectifications.allIn('open', 'answered'),
  ]);
  const dueBy = listDueDay(period, terms.listDue);
  const found = {
    agreements: mine(agreements),
    inspections: mine(inspections),
    rectifications: mine(rectifications),
  };
  return { today, period, dueBy, terms, lists, ...found };
};

const overview = async (deps: CustodyDeps, { caller }: Call<typeof contract.custodyOverview>) => {
  const [reach, of] = await Promise.all([reachOf(deps, caller), seenBy(deps, caller)]);
  const items = deps.settings.custodians
    .filter(({ code }) => reach === 'all' || reach.has(code))
    .map(({ code }) => lineOf(code, of));
  const sum = (kind: 'original' | 'physical') =>
    items.reduce((total, { list }) => total + (list?.figures.byKind[kind] ?? 0), 0);
  const { today, period, dueBy } = of;
  return { today, period, dueBy, byKind: { original: sum('original'), physical: sum('physical') }, items };
};

export const custodyOverviewRoutes = [implement(contract.custodyOverview, overview)];
