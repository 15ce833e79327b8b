import { supervision } from '@geoarchive/contract/routes.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { registerSheet } from '@geoarchive/domain/supervision/register-sheet.ts';
import { registerFiles } from '@geoarchive/frontend-shared/registers/register-file.ts';
import { sendRegisters } from '@geoarchive/frontend-shared/registers/send-registers.ts';
import { useTranslation } from 'react-i18next';
import { ImportPage } from '../imports/ImportPage.tsx';
import type { ImportCalls } from '../imports/use-import.ts';
import { Outcomes, type PreviewRow } from '../registers/Outcomes.tsx';

const calls: ImportCalls<RegisterRowInput, PreviewRow> = {
  preview: async (client, rows) => {
    const { items } = await client.call(supervision.previewRegisters, { body: { rows } });
    // One answer for each row, in their order.
    return items.flatMap((item, at) => {
      const row = rows[at];
      return row === undefined ? [] : [{ ...item, row }];
    });
  },
  send: sendRegisters,
};

/** Imports rights and projects from a file; tasks and due dates follow from them. */
const RegisterImport = () => {
  const { t } = useTranslation();
  return (
    <ImportPage
      sheet={registerSheet}
      files={registerFiles}
      calls={calls}
      title={t('registers.import')}
      lead={t('registers.importLead')}
      back={{ to: '/registers', label: t('nav.registers') }}
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
export default RegisterImport;
