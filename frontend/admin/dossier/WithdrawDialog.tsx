import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Takes a released dossier back from the public. */
export const WithdrawDialog = ({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) => {
  const { t } = useTranslation();
  const noteId = useId();
  const withdraw = useWrite(archive.withdrawRelease);
  const [note, setNote] = useState('');
  const send = () =>
    withdraw
      .mutateAsync({ params: { id: dossier.id }, body: { note }, ifMatch: dossier.version })
      .then(onClose, () => undefined);
  return (
    <Modal
      open
      title={t('release.withdraw')}
      okText={t('release.withdraw')}
      okButtonProps={{ danger: true, disabled: note.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={withdraw.isPending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      {withdraw.error !== null && <ProblemAlert error={withdraw.error} />}
      <p>{t('release.withdrawLead')}</p>
      <label htmlFor={noteId} className="ga-label">
        {t('release.decisionNote')}
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
