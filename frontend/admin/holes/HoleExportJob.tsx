import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { holeExports } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { JobPanel } from '@geoarchive/frontend-shared/jobs/JobPanel.tsx';
import { saveChunks } from '@geoarchive/frontend-shared/list/save-file.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

/** The pieces one after the other: together they are one packed file. */
async function* piecesOf(api: Client, id: string): AsyncGenerator<Uint8Array> {
  const { parts } = await api.call(holeExports.getHoleExport, { params: { id } });
  for (const { no } of parts) yield await api.call(holeExports.getHoleExportPart, { params: { id, no } });
}

/** The job of an export: how far it is, and its file once it ended, for who asked for it. */
export const HoleExportJob = ({ job }: { job: Job }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const api = useApi();
  const go = useNavigate();
  const own = usePerson()?.id === job.owner;
  const save = useMutation({
    mutationFn: () =>
      saveChunks(`${say(headerTable.title)}.jsonl.gz`, 'application/gzip', piecesOf(api, job.id)),
  });
  const ended = !isUnderWay(job.state) && job.state !== 'paused';
  return (
    <>
      <JobPanel job={job}>
        {own && ended && (job.counts['written'] ?? 0) > 0 && (
          <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
            {t('holes.exportFile')}
          </Button>
        )}
        {ended && <Button onClick={() => void go('/holes')}>{t('holes.toList')}</Button>}
      </JobPanel>
      {save.error !== null && <ProblemAlert error={save.error} />}
    </>
  );
};
