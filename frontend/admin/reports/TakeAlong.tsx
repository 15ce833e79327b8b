import type { ReportSummary } from '@geoarchive/contract/reporting.ts';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { reportRows, reportSheet } from '@geoarchive/domain/reporting/report-sheet.ts';
import { summaryRows, summarySheet } from '@geoarchive/domain/reporting/summary-sheet.ts';
import type { Sheet, Values } from '@geoarchive/domain/sheets/sheet.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
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

type Props = {
  title: Bilingual;
  sheet: Sheet;
  rows: () => Iterable<Values>;
  print: () => Promise<Uint8Array>;
};

/** Takes something along as PDF or as workbook, under its official title. */
const Both = ({ title, sheet, rows, print }: Props) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const save = useMutation({
    mutationFn: async (kind: 'pdf' | 'xlsx') => {
      const name = `${say(title)}.${kind}`;
      if (kind === 'xlsx')
        return saveChunks(name, mediaTypes[kind], writeSheet(sheet, rows(), kind, language));
      return saveChunks(name, reporting.printReport.media ?? '', one(await print()));
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

/** A unit's report to take along. */
export const TakeAlong = ({ of }: { of: AnnualReport }) => {
  const { language } = useLanguage();
  const api = useApi();
  return (
    <Both
      title={of.title}
      sheet={reportSheet(of.title)}
      rows={() => reportRows(of, language)}
      print={() => api.call(reporting.printReport, { params: { id: of.id }, query: { language } })}
    />
  );
};

/** The sums of all units to take along. */
export const TakeSumsAlong = ({ of }: { of: ReportSummary }) => {
  const { language } = useLanguage();
  const api = useApi();
  return (
    <Both
      title={of.title}
      sheet={summarySheet(of.title)}
      rows={() => summaryRows(of, language)}
      print={() => api.call(reporting.printSummary, { params: { year: of.year }, query: { language } })}
    />
  );
};
