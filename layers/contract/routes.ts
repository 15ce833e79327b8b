import * as about from './about.ts';
import * as archive from './archive.ts';
import * as area from './area.ts';
import * as audit from './audit.ts';
import * as bars from './bars.ts';
import * as calendar from './calendar.ts';
import * as cases from './cases.ts';
import * as chases from './chases.ts';
import * as cockpit from './cockpit.ts';
import * as codes from './codes.ts';
import * as copies from './copies.ts';
import * as custodyAgreements from './custody-agreements.ts';
import * as custodyHoldings from './custody-holdings.ts';
import * as custodyInspections from './custody-inspections.ts';
import * as custodyOverview from './custody-overview.ts';
import * as delivery from './delivery.ts';
import * as disclosure from './disclosure.ts';
import * as documents from './documents.ts';
import * as evaluation from './evaluation.ts';
import * as feeds from './feeds.ts';
import * as holeExports from './hole-exports.ts';
import * as holes from './holes.ts';
import * as identity from './identity.ts';
import * as intake from './intake.ts';
import * as jobs from './jobs.ts';
import * as loans from './loans.ts';
import * as notices from './notices.ts';
import * as ogc from './ogc.ts';
import * as openFigures from './open-figures.ts';
import * as operations from './operations.ts';
import * as orders from './orders.ts';
import * as organisations from './organisations.ts';
import * as portal from './portal.ts';
import * as portalHoles from './portal-holes.ts';
import * as preview from './preview.ts';
import * as readings from './readings.ts';
import * as reporting from './reporting.ts';
import * as reports from './reports.ts';
import type { Route } from './route.ts';
import * as rules from './rules.ts';
import * as service from './service.ts';
import * as supervision from './supervision.ts';
import * as transfers from './transfers.ts';
import * as verification from './verification.ts';
import * as webhooks from './webhooks.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'audit' in value && 'reply' in value && 'path' in value;

const collect = (modules: Record<string, Record<string, unknown>>): Record<string, Route> => {
  const found: Record<string, Route> = {};
  for (const module of Object.values(modules))
    for (const [name, value] of Object.entries(module)) {
      if (!isRoute(value)) continue;
      // One of them would be missing from the matrix of permissions, the docs and the API's description.
      if (found[name] !== undefined) throw new Error(`Two routes are called ${name}`);
      found[name] = value;
    }
  return found;
};

/** Every route of the system by its name. */
export const routes: Readonly<Record<string, Route>> = collect({
  about,
  area,
  archive,
  audit,
  bars,
  calendar,
  cases,
  cockpit,
  chases,
  codes,
  copies,
  custodyAgreements,
  delivery,
  custodyHoldings,
  custodyInspections,
  custodyOverview,
  disclosure,
  documents,
  evaluation,
  feeds,
  holeExports,
  holes,
  identity,
  intake,
  jobs,
  loans,
  readings,
  notices,
  ogc,
  openFigures,
  operations,
  orders,
  organisations,
  portal,
  portalHoles,
  preview,
  rules,
  service,
  supervision,
  reporting,
  reports,
  transfers,
  verification,
  webhooks,
});

/** The named route declarations, with their types, for the client and the handlers. */
export {
  about,
  archive,
  area,
  audit,
  bars,
  calendar,
  cases,
  chases,
  cockpit,
  codes,
  copies,
  custodyAgreements,
  custodyHoldings,
  custodyInspections,
  custodyOverview,
  delivery,
  disclosure,
  documents,
  evaluation,
  feeds,
  holeExports,
  holes,
  identity,
  intake,
  jobs,
  loans,
  notices,
  ogc,
  openFigures,
  operations,
  orders,
  organisations,
  portal,
  portalHoles,
  preview,
  readings,
  reporting,
  reports,
  rules,
  service,
  supervision,
  transfers,
  verification,
  webhooks,
};
