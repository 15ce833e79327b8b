import { Button, Flex, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QrPicture } from '../detail/QrPicture.tsx';
import type { Step } from './port.ts';

type Common = { busy: boolean; onBack: () => void };
type Answer = Common & { onSend: (value: string) => void };

const minimum = 12;

const Send = ({ busy, label, more }: { busy: boolean; label: string; more: ReactNode }) => (
  <Flex vertical gap={8}>
    <Button type="primary" htmlType="submit" loading={busy} block size="large">
      {label}
    </Button>
    {more}
  </Flex>
);

const Back = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation();
  return (
    <Button type="link" onClick={onBack}>
      {t('signIn.back')}
    </Button>
  );
};

type PasswordProps = {
  busy: boolean;
  /** Whom to suggest; empty when nobody is known. */
  username: string;
  onSend: (username: string, password: string) => void;
  onForgot: (username: string) => void;
};

/** User name and password. */
export const PasswordForm = ({ busy, username: known, onSend, onForgot }: PasswordProps) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ username: string; password: string }>();
  const forgot = async () => {
    const { username } = await form.validateFields(['username']);
    onForgot(username.trim());
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ username: known }}
      onFinish={({ username, password }) => onSend(username.trim(), password)}
    >
      <Form.Item
        name="username"
        label={t('signIn.username')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input autoComplete="username" autoFocus={known === ''} size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.Password autoComplete="current-password" autoFocus={known !== ''} size="large" />
      </Form.Item>
      <Send
        busy={busy}
        label={t('signIn.go')}
        more={
          <Button type="link" onClick={() => void forgot().catch(() => undefined)}>
            {t('signIn.forgot')}
          </Button>
        }
      />
    </Form>
  );
};

const PasswordFields = ({ first }: { first: boolean }) => {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="password"
        label={t('signIn.newPassword')}
        extra={t('signIn.passwordRule', { minimum })}
        rules={[{ required: true, min: minimum, message: t('signIn.passwordRule', { minimum }) }]}
      >
        <Input.Password autoComplete="new-password" autoFocus={first} size="large" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('signIn.again')}
        dependencies={['password']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('signIn.notSame'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" size="large" />
      </Form.Item>
    </>
  );
};

/** The first own password after a temporary one. */
export const NewPasswordForm = ({ busy, onSend, onBack }: Answer) => {
  const { t } = useTranslation();
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={(v) => onSend(v.password)}>
      <p>{t('signIn.newPasswordLead')}</p>
      <PasswordFields first />
      <Send busy={busy} label={t('signIn.savePassword')} more={<Back onBack={onBack} />} />
    </Form>
  );
};

const CodeField = ({ label }: { label: string }) => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="code"
      label={label}
      rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.sixDigits') }]}
    >
      <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus size="large" />
    </Form.Item>
  );
};

/** The six digits of the authenticator. */
export const CodeForm = ({ busy, onSend, onBack }: Answer) => {
  const { t } = useTranslation();
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(v) => onSend(v.code)}>
      <CodeField label={t('signIn.code')} />
      <Send busy={busy} label={t('signIn.go')} more={<Back onBack={onBack} />} />
    </Form>
  );
};

/** Enrolment of an authenticator: the picture to scan, the same as text, and the first code. */
export const EnrolForm = ({
  busy,
  step,
  onSend,
  onBack,
}: Answer & { step: Extract<Step, { kind: 'enrol' }> }) => {
  const { t } = useTranslation();
  return (
    <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={(v) => onSend(v.code)}>
      <p>{t('signIn.enrolLead')}</p>
      <Flex vertical align="center" gap={8} style={{ marginBottom: 20 }}>
        <QrPicture value={step.uri} label={t('signIn.enrolPicture')} size={160} />
        <span className="ga-soft">{t('signIn.enrolSecret')}</span>
        <code>{step.secret}</code>
      </Flex>
      <CodeField label={t('signIn.firstCode')} />
      <Send busy={busy} label={t('signIn.enrol')} more={<Back onBack={onBack} />} />
    </Form>
  );
};

type ResetProps = Common & {
  username: string;
  onSend: (username: string, code: string, password: string) => void;
};

/** A new password with the code that was sent. */
export const ResetForm = ({ busy, username, onSend, onBack }: ResetProps) => {
  const { t } = useTranslation();
  return (
    <Form<{ code: string; password: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(v) => onSend(username, v.code, v.password)}
    >
      <p>{t('signIn.resetLead', { username })}</p>
      <CodeField label={t('signIn.sentCode')} />
      <PasswordFields first={false} />
      <Send busy={busy} label={t('signIn.savePassword')} more={<Back onBack={onBack} />} />
    </Form>
  );
};
