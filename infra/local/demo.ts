import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { signIn } from '@geoarchive/frontend-cli/session.ts';
import { loadDeposits } from './demo/deposits.ts';
import { loadHoldings } from './demo/holdings.ts';
import { loadOrganisations } from './demo/organisations.ts';
import { demoPlace } from './demo/place.ts';
import { demoTasks } from './demo/tasks.ts';
import type { Endpoints } from './endpoints.ts';

/** Old holdings that the demo brings: enough to search, page and map. */
const holdings = 300;

const as = (endpoints: Endpoints, role: RoleCode) => {
  const account = endpoints.accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The run has no account for ${role}`);
  return signIn(account.node === '' ? endpoints.submit : endpoints.admin, account, 'zh');
};

/** Loads the demo's data into a fresh run: organisations, tasks, one deposit in each state, old holdings on their way to the portal. */
export const loadDemo = async (endpoints: Endpoints): Promise<void> => {
  const place = demoPlace(endpoints);
  process.env['AWS_ACCESS_KEY_ID'] = endpoints.aws.credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = endpoints.aws.credentials.secretAccessKey;
  await loadOrganisations(place);
  const ministry = await as(endpoints, 'MINISTRY_ADMIN');
  await importTasks(ministry, demoTasks(new Date()), '示例任务.xlsx');
  const [submitter, checker, certifier] = await Promise.all([
    as(endpoints, 'SUBMITTER'),
    as(endpoints, 'ARCHIVE_CHECKER'),
    as(endpoints, 'CERTIFICATE_OFFICER'),
  ]);
  await loadDeposits({ submitter, checker, certifier });
  await loadHoldings(place, holdings);
};
