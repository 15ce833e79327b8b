import type { OrganisationRowInput } from '@geoarchive/contract/organisations.ts';
import { organisations } from '@geoarchive/contract/routes.ts';
import { organisationSheet } from '@geoarchive/domain/supervision/organisation-sheet.ts';
import { useTranslation } from 'react-i18next';
import { ImportPage } from '../imports/ImportPage.tsx';
import type { ImportCalls } from '../imports/use-import.ts';
import { organisationFiles, sendOrganisations } from '../organisations/file.ts';
import { Outcomes, type PreviewRow } from '../organisations/Outcomes.tsx';

const calls: ImportCalls<OrganisationRowInput, PreviewRow> = {
  preview: async (client, rows) => {
    const { items } = await client.call(organisations.previewOrganisations, { body: { rows } });
    // One answer for each row, in their order.
    return items.flatMap((item, at) => {
      const row = rows[at];
      return row === undefined ? [] : [{ ...item, row }];
    });
  },
  send: sendOrganisations,
};

/** Imports organisations from a file. */
const OrganisationImport = () => {
  const { t } = useTranslation();
  return (
    <ImportPage
      sheet={organisationSheet}
      files={organisationFiles}
      calls={calls}
      title={t('organisations.import')}
      lead={t('organisations.importLead')}
      back={{ to: '/organisations', label: t('nav.organisations') }}
      counts={(of) =>
        t('registers.counts', {
          created: of.new,
          updated: of.changed,
          unchanged: of.unchanged,
          refused: of.refused,
        })
      }
      outcomes={(rows) => <Outcomes rows={rows} />}
    />
  );
};
export default OrganisationImport;
