import { organisations } from '@geoarchive/contract/routes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { organisationLine, organisationSheet } from '@geoarchive/domain/supervision/organisation-sheet.ts';
import { type CallInput, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { SheetExport } from '../imports/SheetExport.tsx';

type Query = CallInput<typeof organisations.listOrganisations>['query'];

/** Takes along what the list shows and what would come after it. */
export const OrganisationExport = ({ query }: { query: Query }) => {
  const api = useApi();
  const rows = async function* () {
    const today = dayOf(new Date());
    let cursor: string | undefined;
    do {
      const page = await api.call(organisations.listOrganisations, {
        query: { ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) },
      });
      yield* page.items.map((one) => organisationLine(one, today));
      cursor = page.cursor;
    } while (cursor !== undefined);
  };
  return <SheetExport sheet={organisationSheet} rows={rows} />;
};
