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

/** What duties are reckoned with now: rules, archives, holidays as they count, and today. */
export const dutyContext = async (deps: SupervisionDeps): Promise<DutyContext> => {
  const [rules, calendar] = await Promise.all([deps.rules.all(), deps.holidays.calendar()]);
  return { rules, calendar, nodes: receivers(deps), today: dayOf(deps.clock()) };
};
