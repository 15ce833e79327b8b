import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { evaluation } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveBytes } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Takes the circular along as PDF. */
export const CircularPdf = ({ of }: { of: Evaluation }) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const api = useApi();
  const save = useMutation({
    mutationFn: async () => {
      const pdf = await api.call(evaluation.printEvaluation, { params: { id: of.id }, query: { language } });
      const { media = '' } = evaluation.printEvaluation;
      saveBytes(`${say(of.title)}.pdf`, media, pdf);
    },
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('reporting.pdf')}
      </Button>
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
