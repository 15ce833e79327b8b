import { Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';

type Props = {
  title: string;
  /** What the act does, and that it cannot be undone. */
  lead: string;
  label: string;
  act: string;
  write: { isPending: boolean; error: unknown };
  onAct: (reason: string) => Promise<unknown>;
  onClose: () => void;
  /** An act that can be undone looks like one. */
  gentle?: boolean;
  /** What else is asked, and whether it was answered. */
  children?: ReactNode;
  ready?: boolean;
};

/** Asks for the reason of an act, usually one that cannot be undone; closes once it was done, and shows why it was not. */
export const ReasonDialog = (props: Props) => {
  const { title, lead, label, act, write, onAct, onClose, gentle = false, children, ready = true } = props;
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={act}
      okButtonProps={{ danger: !gentle, disabled: !ready || reason.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={() => void onAct(reason).then(onClose, () => undefined)}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <p>{lead}</p>
      {children}
      <label htmlFor={id} className="ga-label">
        {label}
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
