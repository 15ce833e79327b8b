import { archive } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewDetail } from './sections.ts';

/** Issues another certificate in the place of the one that has a fault, with the reason. */
export const ReplaceDialog = ({ review, onClose }: { review: ReviewDetail; onClose: () => void }) => {
  const { t } = useTranslation();
  const id = useId();
  const write = useWrite(archive.replaceCertificate);
  const [reason, setReason] = useState('');
  const send = () =>
    write
      .mutateAsync({
        params: { id: review.id },
        body: { reason },
        ifMatch: review.version,
        idempotencyKey: `${review.id}-replace-${review.version}`,
      })
      .then(onClose, () => undefined);
  return (
    <Modal
      open
      title={t('certificate.replaceTitle', { number: review.certificateNumber ?? '' })}
      okText={t('certificate.replace')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('certificate.replaceLead')}</p>
      <label htmlFor={id} className="ga-label">
        {t('certificate.replaceReason')}
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
