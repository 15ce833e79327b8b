import * as about from './about.ts';
import * as archive from './archive.ts';
import * as audit from './audit.ts';
import * as bars from './bars.ts';
import * as calendar from './calendar.ts';
import * as cases from './cases.ts';
import * as chases from './chases.ts';
import * as cockpit from './cockpit.ts';
import * as codes from './codes.ts';
import * as documents from './documents.ts';
import * as feeds from './feeds.ts';
import * as identity from './identity.ts';
import * as intake from './intake.ts';
import * as jobs from './jobs.ts';
import * as notices from './notices.ts';
import * as operations from './operations.ts';
import * as orders from './orders.ts';
import * as portal from './portal.ts';
import * as preview from './preview.ts';
import * as reports from './reports.ts';
import type { Route } from './route.ts';
import * as supervision from './supervision.ts';
import * as verification from './verification.ts';
import * as webhooks from './webhooks.ts';

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'audit' in value && 'reply' in value && 'path' in value;

const collect = (modules: Record<string, Record<string, unknown>>): Record<string, Route> => {
  const found: Record<string, Route> = {};
  for (const module of Object.values(modules))
    for (const [name, value] of Object.entries(module)) if (isRoute(value)) found[name] = value;
  return found;
};

/** Every route of the system by its name. */
export const routes: Readonly<Record<string, Route>> = collect({
  about,
  archive,
  audit,
  bars,
  calendar,
  cases,
  cockpit,
  chases,
  codes,
  documents,
  feeds,
  identity,
  intake,
  jobs,
  notices,
  operations,
  orders,
  portal,
  preview,
  supervision,
  reports,
  verification,
  webhooks,
});

/** The named route declarations, with their types, for the client and the handlers. */
export {
  about,
  archive,
  audit,
  bars,
  calendar,
  cases,
  chases,
  cockpit,
  codes,
  documents,
  feeds,
  identity,
  intake,
  jobs,
  notices,
  operations,
  orders,
  portal,
  preview,
  reports,
  supervision,
  verification,
  webhooks,
};
