import type { Client } from '@geoarchive/contract/client.ts';
import { organisations as routes } from '@geoarchive/contract/routes.ts';
import { creditCodeCheck } from '@geoarchive/domain/credit-code.ts';
import { organisationStore, recordOrganisation } from '@geoarchive/functions/identity/organisation-store.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import type { DemoPlace } from './place.ts';

/** A code that nobody has, with its check digit. */
const invented = (first: string): string => `${first}${creditCodeCheck(first)}`;

/** A group with two subsidiaries and a survey team that may act for others. */
const organisations = [
  { id: 'DEMO-SURVEY', name: '示范地质勘查集团有限公司', creditCode: invented('91420000DEM000001') },
  {
    id: 'DEMO-MINING',
    name: '示范矿业有限公司',
    creditCode: invented('91420000DEM000002'),
    parent: 'DEMO-SURVEY',
  },
  {
    id: 'DEMO-DRILLING',
    name: '示范钻探工程有限公司',
    creditCode: invented('91420000DEM000003'),
    parent: 'DEMO-SURVEY',
  },
  { id: 'DEMO-TEAM', name: '示范第一地质大队', creditCode: invented('12420000DEM000004') },
];

/** Into the register of the archive side, too, from which intake follows what changes. */
export const registerOrganisations = async (ministry: Client): Promise<void> => {
  for (const { id, ...of } of organisations)
    await ministry.call(routes.recordOrganisation, {
      params: { code: id },
      body: { ...of, province: '420000', reason: '示例数据' },
    });
};

/** Into intake at once, so that what comes after need not wait for the register's events. */
export const loadOrganisations = async (at: DemoPlace): Promise<void> => {
  const store = organisationStore(
    openTable(
      at.intakeTable,
      lazy(() => documentClient(at.aws)),
    ),
    () => new Date(),
  );
  for (const organisation of organisations) await recordOrganisation(store, organisation);
};
