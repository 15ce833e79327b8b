import { dayOf } from '@geoarchive/domain/dates.ts';
import type { DutyContext } from '@geoarchive/domain/supervision/duties.ts';
import type { ReceivingNode } from '@geoarchive/domain/supervision/routing.ts';
import type { ArchiveDeps } from '../archive/deps.ts';

export type SupervisionDeps = Pick<
  ArchiveDeps,
  | 'clock'
  | 'settings'
  | 'table'
  | 'tasks'
  | 'jobs'
  | 'holidays'
  | 'registers'
  | 'registerBatches'
  | 'registerImports'
  | 'rules'
  | 'bars'
  | 'tallies'
  | 'chases'
  | 'documents'
  | 'publicNotices'
  | 'organisations'
  | 'organisationBatches'
  | 'organisationImports'
>;

/** The archives of the deployment as duties are routed to them. */
const receivers = ({ settings }: Pick<SupervisionDeps, 'settings'>): ReceivingNode[] =>
  settings.nodes.map(({ code, province }) => ({ code, province: province?.slice(0, 2) }));

/** What duties are reckoned with now: rules of what is due and of who receives, archives, holidays as they count, and today. */
export const dutyContext = async (deps: SupervisionDeps) => {
  const [rules, routing, calendar] = await Promise.all([
    deps.rules.duty.all(),
    deps.rules.routing.all(),
    deps.holidays.calendar(),
  ]);
  return {
    rules,
    routing,
    calendar,
    nodes: receivers(deps),
    today: dayOf(deps.clock()),
  } satisfies DutyContext;
};
/** That context with the versions as they are stored. */
export type DutyContextNow = Awaited<ReturnType<typeof dutyContext>>;
