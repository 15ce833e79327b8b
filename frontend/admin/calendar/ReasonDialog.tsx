import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = {
  title: string;
  lead: string;
  okText: string;
  danger?: boolean;
  /** Asked for beside the reason when given: where the new table is announced. */
  source?: string;
  pending: boolean;
  error: unknown;
  onSend: (given: { reason: string; source: string }) => void;
  onClose: () => void;
};

/** Asks why a year is changed, and by what source. */
export const ReasonDialog = (props: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const [source, setSource] = useState(props.source ?? '');
  const asksSource = props.source !== undefined;
  const complete = reason.trim() !== '' && (!asksSource || source.trim() !== '');
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      okButtonProps={{ danger: props.danger === true, disabled: !complete }}
      cancelText={t('action.cancel')}
      confirmLoading={props.pending}
      onOk={() => props.onSend({ reason, source })}
      onCancel={props.onClose}
    >
      {props.error !== null && <ProblemAlert error={props.error} />}
      <p>{props.lead}</p>
      {asksSource && (
        <>
          <label htmlFor={`${id}s`} className="ga-label">
            {t('calendar.source')}
          </label>
          <Input
            id={`${id}s`}
            maxLength={500}
            value={source}
            onChange={(event) => setSource(event.target.value)}
          />
        </>
      )}
      <label htmlFor={`${id}r`} className="ga-label">
        {t('calendar.reason')}
      </label>
      <Input.TextArea
        id={`${id}r`}
        rows={3}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
};
