import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import { disclosure } from '@geoarchive/contract/routes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** The second pair of eyes: publishes after declaring that nothing in it is secret, protected or private. */
export const PublishDialog = ({ of, onClose }: { of: StaffNotice; onClose: () => void }) => {
  const { t } = useTranslation();
  const write = useWrite(disclosure.moveNotice);
  const [declared, setDeclared] = useState(false);
  const publish = () =>
    write.mutateAsync({
      params: { id: of.id },
      body: { move: 'publish', declared },
      ifMatch: of.version,
    });
  return (
    <Modal
      open
      title={t('disclosure.publishTitle')}
      okText={t('disclosure.publish')}
      okButtonProps={{ disabled: !declared }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => void publish().then(onClose, () => undefined)}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('disclosure.publishLead')}</p>
      <Checkbox checked={declared} onChange={({ target }) => setDeclared(target.checked)}>
        {t('disclosure.declare')}
      </Checkbox>
    </Modal>
  );
};
