import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { reportRows, reportSheet } from '@geoarchive/domain/reporting/report-sheet.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

async function* one(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

/** Takes a report along as PDF or as workbook, under its official title. */
export const TakeAlong = ({ of }: { of: AnnualReport }) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const api = useApi();
  const save = useMutation({
    mutationFn: async (kind: 'pdf' | 'xlsx') => {
      if (kind === 'xlsx') {
        const sheet = reportSheet(of.title);
        const rows = writeSheet(sheet, reportRows(of, language), kind, language);
        return saveChunks(`${say(of.title)}.xlsx`, mediaTypes[kind], rows);
      }
      const pdf = await api.call(reporting.printReport, { params: { id: of.id }, query: { language } });
      const { media = '' } = reporting.printReport;
      return saveChunks(`${say(of.title)}.pdf`, media, one(pdf));
    },
  });
  return (
    <>
      {(['pdf', 'xlsx'] as const).map((kind) => (
        <Button
          key={kind}
          loading={save.isPending && save.variables === kind}
          onClick={() => save.mutate(kind)}
        >
          {t(`reporting.${kind}`)}
        </Button>
      ))}
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
