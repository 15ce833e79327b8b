import { organisationStore, recordOrganisation } from '@geoarchive/functions/identity/organisation-store.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import type { DemoPlace } from './place.ts';

/** A group with two subsidiaries and a survey team that may act for others. */
const organisations = [
  { id: 'DEMO-SURVEY', name: '示范地质勘查集团有限公司', creditCode: '91420000DEMO00001X' },
  { id: 'DEMO-MINING', name: '示范矿业有限公司', creditCode: '91420000DEMO00002X', parent: 'DEMO-SURVEY' },
  {
    id: 'DEMO-DRILLING',
    name: '示范钻探工程有限公司',
    creditCode: '91420000DEMO00003X',
    parent: 'DEMO-SURVEY',
  },
  { id: 'DEMO-TEAM', name: '示范第一地质大队', creditCode: '12420000DEMO00004X' },
];

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
