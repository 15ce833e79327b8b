import { limits } from '@geoarchive/domain/limits.ts';
import { Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../problem/ProblemAlert.tsx';

type Props = {
  title: string;
  label: string;
  danger?: boolean;
  error: unknown;
  busy: boolean;
  children?: ReactNode;
  onSend: (text: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks for one text, such as a reason, and sends it. */
export const TextDialog = ({ title, label, danger = false, error, busy, children, ...on }: Props) => {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ danger, disabled: text.trim() === '' }}
      cancelText={t('action.cancel')}
      confirmLoading={busy}
      onOk={() => void on.onSend(text).catch(() => undefined)}
      onCancel={on.onClose}
    >
      {error !== null && error !== undefined && <ProblemAlert error={error} />}
      <label htmlFor={id} className="ga-label">
        {label}
      </label>
      <Input.TextArea
        id={id}
        rows={5}
        maxLength={limits.messageLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {children}
    </Modal>
  );
};
