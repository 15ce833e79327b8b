import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { usePages, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Failed } from '@geoarchive/frontend-shared/states/states.tsx';
import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars } from './Bars.tsx';
import type { DossierFile } from './DossierFiles.tsx';
import { FileChoice } from './FileChoice.tsx';
import { catalogueOnly, proposable } from './standing.ts';

/** Proposing a release, file by file, each a decision of its own; where files are barred, the catalogue record alone. */
export const ProposeDialog = ({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) => {
  const { t } = useTranslation();
  const noteId = useId();
  const propose = useWrite(archive.proposeRelease);
  const input = { params: { id: dossier.id } };
  const files = useRows<DossierFile>(
    usePages<DossierFile, typeof archive.listDossierFiles>(archive.listDossierFiles, input),
    true,
  );
  const [chosen, setChosen] = useState<number[]>([]);
  const offer = proposable(dossier, new Date());
  const only = catalogueOnly(offer, files.complete ? files.rows : undefined);
  const [note, setNote] = useState('');
  const send = async () => {
    await propose.mutateAsync({
      ...input,
      body: { files: only ? [] : chosen, note },
      ifMatch: dossier.version,
    });
    onClose();
  };
  return (
    <Modal
      open
      width={820}
      title={t(only ? 'release.proposeCatalogue' : 'release.propose')}
      okText={t(only ? 'release.proposeCatalogue' : 'release.proposeCount', { count: chosen.length })}
      okButtonProps={{ disabled: (chosen.length === 0 && !only) || note.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={propose.isPending}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      {propose.error !== null && <ProblemAlert error={propose.error} />}
      {files.error !== null && <Failed error={files.error} onRetry={files.again} />}
      {offer === 'catalogue' && <Bars title={t('release.onlyCatalogue')} bars={dossier.bars} />}
      {offer === 'files' && only && (
        <Alert
          type="info"
          showIcon
          className="ga-notice"
          title={t('release.onlyCatalogue')}
          description={t('release.noPublicFile')}
        />
      )}
      {!only && <FileChoice files={files} chosen={chosen} onChoose={setChosen} />}
      <label htmlFor={noteId} className="ga-label">
        {t('release.note')}
      </label>
      <Input.TextArea
        id={noteId}
        rows={3}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
};
