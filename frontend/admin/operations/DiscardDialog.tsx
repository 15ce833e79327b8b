import { operations } from '@geoarchive/contract/routes.ts';
import type { Plane } from '@geoarchive/domain/planes.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { queue: { plane: Plane; queue: string }; ids: string[]; onClose: (done: boolean) => void };

/** Shortest reason that says anything; the contract asks for as much. */
const shortest = 5;
const perCall = 50;

/** Taking messages away for good, with the reason; what they said is kept. */
export const DiscardDialog = ({ queue: params, ids, onClose }: Props) => {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const reasonId = useId();
  const hintId = useId();
  const [reason, setReason] = useState('');
  const write = useWrite(operations.discardDeadLetters);
  const send = async () => {
    let discarded = 0;
    for (let at = 0; at < ids.length; at += perCall) {
      const body = { ids: ids.slice(at, at + perCall), reason };
      discarded += (await write.mutateAsync({ params, body })).discarded;
    }
    void message.success(t('letters.discarded', { count: discarded }));
    onClose(true);
  };
  return (
    <Modal
      open
      title={t('letters.discardCount', { count: ids.length })}
      okText={t('letters.discard')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < shortest }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => void send().catch(() => undefined)}
      onCancel={() => onClose(false)}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{t('letters.discardLead')}</p>
      <label htmlFor={reasonId} className="ga-label">
        {t('letters.discardReason')}
      </label>
      <Input.TextArea
        id={reasonId}
        aria-describedby={hintId}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <p id={hintId} className="ga-soft">
        {t('letters.discardHint')}
      </p>
    </Modal>
  );
};
