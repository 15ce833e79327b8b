import { cockpit } from '@geoarchive/contract/routes.ts';
import { type CallInput, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

async function* one(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

/** Takes the cockpit along as a PDF, of what was asked for, as it is at the click. */
export const CockpitPdf = ({ asked }: { asked: CallInput<typeof cockpit.cockpit> }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const api = useApi();
  const save = useMutation({
    mutationFn: async () => {
      const pdf = await api.call(cockpit.printCockpit, { query: { ...asked.query, language } });
      const { media = '' } = cockpit.printCockpit;
      await saveChunks(`${t('nav.cockpit')}.pdf`, media, one(pdf));
    },
  });
  return (
    <>
      <Button loading={save.isPending} onClick={() => save.mutate()}>
        {t('cockpit.exportPdf')}
      </Button>
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
