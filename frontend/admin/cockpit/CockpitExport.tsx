import { cockpit } from '@geoarchive/contract/routes.ts';
import { cockpitSheets } from '@geoarchive/domain/supervision/cockpit-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { writeBook } from '@geoarchive/sheets/write-book.ts';
import { type FileKind, mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { archiveRows, bookOf } from './book.ts';
import type { Cockpit } from './cockpit.ts';

/** Takes the cockpit along: all that it shows as a workbook, or the lines of the archives as CSV. */
export const CockpitExport = ({ of, node }: { of: Cockpit; node: string | undefined }) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const api = useApi();
  const save = useMutation({
    mutationFn: async (kind: FileKind) => {
      const file = `${t('nav.cockpit')}.${kind}`;
      if (kind === 'csv') {
        const rows = archiveRows(of, say);
        return saveChunks(file, mediaTypes.csv, writeSheet(cockpitSheets.archives, rows, kind, language));
      }
      const asked = { query: node === undefined ? {} : { node } };
      const { items } = await api.call(cockpit.cockpitStock, asked);
      const book = bookOf(of, items, say, t('cockpit.noMineral'));
      return saveChunks(file, mediaTypes.xlsx, writeBook(book, language));
    },
  });
  const button = (kind: FileKind, text: string) => (
    <Button loading={save.isPending && save.variables === kind} onClick={() => save.mutate(kind)}>
      {text}
    </Button>
  );
  return (
    <>
      {button('xlsx', t('cockpit.exportXlsx'))}
      {button('csv', t('cockpit.exportCsv'))}
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
