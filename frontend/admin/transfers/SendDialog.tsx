import { transfers } from '@geoarchive/contract/routes.ts';
import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { mostOnList } from '@geoarchive/domain/transfer/transfer.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Alert, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useArchiveName } from './words.tsx';

/** Says what goes to whom and closes the list; then shows it. */
export const SendDialog = ({ of, onClose }: { of: readonly Transfer[]; onClose: () => void }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const archive = useArchiveName();
  const write = useWrite(transfers.sendTransfers);
  const receivers = [...new Set(of.map(({ to }) => to))];
  const fault =
    receivers.length > 1
      ? t('transfers.oneReceiver')
      : of.length > mostOnList
        ? t('transfers.tooMany', { most: mostOnList })
        : undefined;
  const send = () =>
    write.mutate(
      { body: { transfers: of.map(({ id }) => id) } },
      { onSuccess: (list) => void navigate(`/transfers/lists/${list.id}`) },
    );
  return (
    <Modal
      open
      title={t('transfers.sendTitle')}
      okText={t('transfers.closeList')}
      okButtonProps={{ disabled: fault !== undefined }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      {fault !== undefined && <Alert type="warning" showIcon className="ga-notice" title={fault} />}
      <Facts
        items={[
          { label: t('transfers.to'), value: receivers.map(archive).join('、') },
          { label: t('transfers.dossiers'), value: formatCount(of.length) },
          {
            label: t('transfers.files'),
            value: `${formatCount(of.reduce((sum, { dossier }) => sum + dossier.files, 0))} · ${formatBytes(of.reduce((sum, { dossier }) => sum + dossier.bytes, 0))}`,
          },
        ]}
      />
      <p className="ga-soft">{t('transfers.sendHint')}</p>
    </Modal>
  );
};
