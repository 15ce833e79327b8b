import type { Dossier } from '@geoarchive/contract/archive.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { formatBytes, percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import type { HoleFile } from '@geoarchive/subsurface/read.ts';
import { useMutation } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fetchFiles, mostBytes } from './dossier-files.ts';

type Props = {
  id: string;
  numbers: readonly number[];
  onFiles: (files: readonly HoleFile[], dossier: Dossier) => void;
};

/** Takes the files to read from a dossier instead of the reader's own disk: fetches them once, then hands them on. */
export const FromDossier = ({ id, numbers, onFiles }: Props) => {
  const { t } = useTranslation();
  const api = useApi();
  const [share, setShare] = useState(0);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => fetchFiles(api, id, numbers, setShare),
    onSuccess: (found) => {
      if ('files' in found) onFiles(found.files, found.dossier);
    },
  });
  // Once for the address: what is chosen is part of it.
  useEffect(() => mutate(), [mutate]);
  if (error !== null) return <ProblemAlert error={error} onRetry={() => mutate()} />;
  if (isPending)
    return (
      <>
        <p role="status" className="ga-soft">
          {t('holes.files.fetching')}
        </p>
        <Progress aria-label={t('holes.files.fetching')} percent={percent(share, 1)} />
      </>
    );
  if (data === undefined) return null;
  if ('tooLarge' in data)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        className="ga-notice"
        title={t('holes.files.tooMuch', { size: formatBytes(data.tooLarge), most: formatBytes(mostBytes) })}
      />
    );
  return (
    <p className="ga-soft">
      {t('holes.files.of')}
      <Link to={`/dossiers/${id}`}>{`${data.dossier.archiveNumber} ${data.dossier.title}`}</Link>
    </p>
  );
};
