import type { StoredBar } from '@geoarchive/contract/bars.ts';
import { bars } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Lifts a bar by decision, with the reasons. */
export const LiftDialog = ({ of, onClose }: { of: StoredBar; onClose: () => void }) => {
  const { t } = useTranslation();
  const id = useId();
  const write = useWrite(bars.liftBar);
  const [reason, setReason] = useState('');
  const send = () =>
    write
      .mutateAsync({ params: { id: of.id }, body: { reason }, ifMatch: of.version })
      .then(onClose, () => undefined);
  return (
    <Modal
      open
      title={t('bars.liftTitle')}
      okText={t('bars.lift')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('bars.liftLead')}</p>
      <label htmlFor={id} className="ga-label">
        {t('bars.reason')}
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
