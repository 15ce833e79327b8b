import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useUpload } from '../upload/use-upload.ts';
import { DropZone } from './DropZone.tsx';
import { FailedFiles } from './FailedFiles.tsx';
import { UploadProgress } from './UploadProgress.tsx';

/** Adding files to an open deposit. */
export const FilesPanel = ({ deposit, onBusy }: { deposit: Deposit; onBusy: (busy: boolean) => void }) => {
  const { t } = useTranslation();
  const upload = useUpload(deposit.id);
  const busy = upload.phase === 'sending' || upload.phase === 'paused';
  useEffect(() => {
    onBusy(busy);
    return () => onBusy(false);
  }, [busy, onBusy]);
  return (
    <Panel title={t('upload.title')}>
      {!busy && <DropZone onFiles={upload.add} />}
      {upload.summary.files > 0 && <UploadProgress upload={upload} />}
      <FailedFiles files={upload.failed} />
    </Panel>
  );
};
