import { custodyInspections } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveBytes } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** The report of an inspection (检查报告) as a file. */
export const ReportPdf = ({ id, number }: { id: string; number: string }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const api = useApi();
  const save = useMutation({
    mutationFn: async () => {
      const bytes = await api.call(custodyInspections.printInspection, {
        params: { id },
        query: { language },
      });
      saveBytes(`${t('custody.report')}-${number}.pdf`, 'application/pdf', bytes);
    },
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('custody.report')}
      </Button>
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
