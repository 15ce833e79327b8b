import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props<V> = {
  /** Names the dialog and the button that sends. */
  title: string;
  write: { error: unknown; isPending: boolean };
  initial?: Partial<V>;
  onSend: (values: V) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form in a dialog, with what was wrong above it; the button sends it once it is complete. */
export const FormDialog = <V extends object>({
  title,
  write,
  initial,
  onSend,
  onClose,
  children,
}: Props<V>) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<V>();
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('action.cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {write.error !== null && <ProblemAlert error={write.error} />}
      <Form<V>
        form={form}
        layout="vertical"
        {...(initial === undefined ? {} : { initialValues: initial })}
        onFinish={onSend}
      >
        {children}
      </Form>
    </Modal>
  );
};

/** The rule that a field is filled in. */
export const useRequired = () => {
  const { t } = useTranslation();
  return { required: true, message: t('form.required') };
};

/** A field for some lines of text that must be said, such as a reason. */
export const ReasonField = ({ name, label }: { name: string; label: string }) => {
  const required = useRequired();
  return (
    <Form.Item name={name} label={label} rules={[{ ...required, whitespace: true }]}>
      <Input.TextArea rows={3} maxLength={1000} />
    </Form.Item>
  );
};
