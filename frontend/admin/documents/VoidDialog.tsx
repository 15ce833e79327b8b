import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import { documents } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Declares a paper void, with the reason. */
export const VoidDialog = ({ of, onClose }: { of: StoredDocument; onClose: () => void }) => {
  const { t } = useTranslation();
  const id = useId();
  const write = useWrite(documents.voidDocument);
  const [reason, setReason] = useState('');
  const send = () =>
    write
      .mutateAsync({ params: { number: of.number }, body: { reason }, ifMatch: of.version })
      .then(onClose, () => undefined);
  return (
    <Modal
      open
      title={t('documents.voidTitle', { number: of.number })}
      okText={t('documents.void')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('documents.voidLead')}</p>
      <label htmlFor={id} className="ga-label">
        {t('documents.voidReason')}
      </label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
};
