import type { Dossier } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The second person's decision on a proposed release. */
export const DecideDialog = ({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) => {
  const { t } = useTranslation();
  const noteId = useId();
  const decide = useWrite(archive.decideRelease);
  const [note, setNote] = useState('');
  const send = (approve: boolean) =>
    decide
      .mutateAsync({ params: { id: dossier.id }, body: { approve, note }, ifMatch: dossier.version })
      .then(onClose, () => undefined);
  const count = dossier.proposal?.files ?? 0;
  const ready = note.trim() !== '';
  return (
    <Modal
      open
      title={t('release.decide')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('action.cancel')}
        </Button>,
        <Button
          key="refuse"
          danger
          disabled={!ready}
          loading={decide.isPending}
          onClick={() => void send(false)}
        >
          {t('release.refuse')}
        </Button>,
        <Button
          key="approve"
          type="primary"
          disabled={!ready}
          loading={decide.isPending}
          onClick={() => void send(true)}
        >
          {t('release.approve')}
        </Button>,
      ]}
    >
      {decide.error !== null && <ProblemAlert error={decide.error} />}
      <p>
        {t(count === 0 ? 'release.decideCatalogueLead' : 'release.decideLead', {
          count,
          by: dossier.proposal?.byName ?? '',
        })}
      </p>
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
