import { area } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveBytes } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Takes the report of an area along as PDF, in the language of the page. */
export const AreaPdf = ({ text }: { text: string }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const api = useApi();
  const save = useMutation({
    mutationFn: async () => {
      const pdf = await api.call(area.printReportOfArea, { query: { area: text, language } });
      saveBytes(`${t('drilling.title')}.pdf`, 'application/pdf', pdf);
    },
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('drilling.pdf')}
      </Button>
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
