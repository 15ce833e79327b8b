import type { Client } from '@geoarchive/contract/client.ts';
import { portal, service } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { signIn } from '@geoarchive/frontend-cli/session.ts';
import { sendEvidence } from '@geoarchive/frontend-shared/cases/send-evidence.ts';
import { sendRegisters } from '@geoarchive/frontend-shared/registers/send-registers.ts';
import { archiveStores } from '@geoarchive/functions/archive/deps.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { loadCustody } from './demo/custody.ts';
import { loadDeposits } from './demo/deposits.ts';
import { loadHoldings, protectedWord } from './demo/holdings.ts';
import { loadHoles } from './demo/holes.ts';
import { loadOrganisations, registerOrganisations } from './demo/organisations.ts';
import { type DemoPlace, demoPlace } from './demo/place.ts';
import { demoRegisters } from './demo/registers.ts';
import { loadReports } from './demo/reports.ts';
import { demoTasks } from './demo/tasks.ts';
import { loadTransfers } from './demo/transfers.ts';
import { until } from './demo/until.ts';
import { loadUse } from './demo/use.ts';
import { type Endpoints, siteOf } from './endpoints.ts';

/** Old holdings that the demo brings: enough to search, page and map. */
const holdings = 300;
/** Licences and projects: enough that each province has some of each kind. */
const registers = 1500;
/** Seconds in which old holdings have become public: three hundred go through door 2 one after the other. */
const releasedWithin = 1200;
/** Boreholes and wells: enough that the map has clusters and each figure some of each kind. */
const holes = { count: 2000, released: 40 };

const as = (endpoints: Endpoints, role: RoleCode) => {
  const account = endpoints.accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`The run has no account for ${role}`);
  return signIn(siteOf(endpoints, account), account, 'zh');
};

const accountOf = (endpoints: Endpoints, username: string) => {
  const account = endpoints.accounts.find((one) => one.username === username);
  if (account === undefined) throw new Error(`The run has no account ${username}`);
  return account;
};
const named = (endpoints: Endpoints, username: string) => {
  const account = accountOf(endpoints, username);
  return signIn(siteOf(endpoints, account), account, 'zh');
};

const demoIn = (endpoints: Endpoints) => {
  process.env['AWS_ACCESS_KEY_ID'] = endpoints.aws.credentials.accessKeyId;
  process.env['AWS_SECRET_ACCESS_KEY'] = endpoints.aws.credentials.secretAccessKey;
  return demoPlace(endpoints);
};

/** Loads what no site should greet a newcomer without: organisations, tasks, one deposit in each state, old holdings on their way to the portal, custodians. */
export const loadDemo = async (endpoints: Endpoints): Promise<void> => {
  const place = demoIn(endpoints);
  await loadOrganisations(place);
  const ministry = await as(endpoints, 'MINISTRY_ADMIN');
  await registerOrganisations(ministry);
  await importTasks(ministry, demoTasks(new Date()), '示例任务.xlsx');
  const [submitter, checker, certifier] = await Promise.all([
    as(endpoints, 'SUBMITTER'),
    as(endpoints, 'ARCHIVE_CHECKER'),
    as(endpoints, 'CERTIFICATE_OFFICER'),
  ]);
  await loadDeposits({ submitter, checker, certifier });
  await loadHoldings(place, holdings);
  const [custodian, inspector] = await Promise.all([
    as(endpoints, 'CUSTODIAN_ADMIN'),
    as(endpoints, 'INSPECTOR'),
  ]);
  await loadCustody({ ministry, custodian, inspector }, dayOf(new Date()));
};

/** Brings requests for use, as soon as the records they ask for are public. */
const bringUse = async (endpoints: Endpoints, keeper: Client): Promise<void> => {
  const [asker, submitter] = await Promise.all([
    as(endpoints, 'REGISTERED_USER'),
    as(endpoints, 'SUBMITTER_ADMIN'),
  ]);
  const wanted = { q: protectedWord, limit: 6 };
  const { items } = await until(
    () => asker.call(portal.searchRecords, { query: wanted }),
    ({ items: found }) => found.length === wanted.limit,
    releasedWithin,
  );
  const paper = async () => {
    const [id = ''] = await sendEvidence(
      asker,
      [new File(['身份证、介绍信（演示数据）\n'], '身份证与介绍信.txt')],
      service.signUseEvidence,
    );
    return id;
  };
  await loadUse({ asker, submitter, keeper, paper }, items, dayOf(new Date()));
};

/** Brings dossiers of the province's archive, with what it owes to the national one. */
const bringTransfers = async (
  endpoints: Endpoints,
  place: DemoPlace,
  people: { sender: Client; receiver: Client },
): Promise<void> => {
  const table = openTable(
    place.archiveTable,
    lazy(() => documentClient(place.aws)),
  );
  const nodeOf = (username: string) => accountOf(endpoints, username).node;
  const [from, to] = [nodeOf('province-keeper'), nodeOf('archive-keeper')];
  // A deployment of one archive has nobody to send to.
  if (from === to) return;
  const name = { zh: from, en: from };
  const nodes = [
    { code: to, name },
    { code: from, name, province: '420000' },
  ];
  await loadTransfers({ ...archiveStores(table, () => new Date()), settings: { nodes } }, from, people);
};

/**
 * Loads the rest while people look around already: annual reports of two years, requests for use, registers and holes, through their imports. Begun again, also after it was ended half-way,
 * it brings nothing twice: what is there already is the same.
 */
export const loadMore = async (endpoints: Endpoints): Promise<void> => {
  const place = demoIn(endpoints);
  const ministry = await as(endpoints, 'MINISTRY_ADMIN');
  const now = new Date();
  const [keeper, officer, province, provinceKeeper] = await Promise.all([
    as(endpoints, 'ARCHIVE_KEEPER'),
    as(endpoints, 'SECRECY_OFFICER'),
    as(endpoints, 'PROVINCE_ADMIN'),
    named(endpoints, 'province-keeper'),
  ]);
  await bringTransfers(endpoints, place, { sender: provinceKeeper, receiver: keeper });
  await bringUse(endpoints, keeper);
  await loadReports(
    [
      { keeper, checker: ministry, size: 60 },
      { keeper: provinceKeeper, checker: province, size: 20 },
    ],
    { ministry, last: now.getFullYear() - 1 },
  );
  const rows = demoRegisters(dayOf(now), registers);
  await sendRegisters(ministry, ulid(), { rows, subject: '示例登记.xlsx' }, () => undefined);
  await loadHoles({ keeper, officer }, holes);
};
