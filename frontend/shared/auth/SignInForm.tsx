import { Alert, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toSignInError } from './errors.ts';
import { CodeForm, EnrolForm, NewPasswordForm, PasswordForm, ResetForm } from './forms.tsx';
import type { FormSignIn, Step } from './port.ts';

type Shown = Step | { kind: 'password' };

/** The steps of signing in, one small form each. */
export const SignInForm = ({ signIn, onDone }: { signIn: FormSignIn; onDone: () => Promise<void> }) => {
  const { t } = useTranslation();
  const [step, setStep] = useState<Shown>({ kind: 'password' });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [notice, setNotice] = useState<string>();
  const run = async (work: () => Promise<Shown>) => {
    setBusy(true);
    setError(undefined);
    setNotice(undefined);
    try {
      const next = await work();
      if (next.kind === 'done') await onDone();
      else setStep(next);
    } catch (cause) {
      const { code } = toSignInError(cause);
      setError(`signIn.error.${code}`);
      if (code === 'expired') setStep({ kind: 'password' });
    } finally {
      setBusy(false);
    }
  };
  const answer = (value: string) => run(() => signIn.answer(value));
  const back = () => setStep({ kind: 'password' });
  const reset = (username: string, code: string, password: string) =>
    run(async () => {
      await signIn.reset(username, code, password);
      setNotice('signIn.resetDone');
      return { kind: 'password' };
    });
  return (
    <Flex vertical gap={16}>
      <div aria-live="polite">
        {error !== undefined && <Alert type="error" showIcon title={t(error)} />}
        {notice !== undefined && <Alert type="success" showIcon title={t(notice)} />}
      </div>
      {step.kind === 'password' && (
        <PasswordForm
          busy={busy}
          onSend={(username, password) => run(() => signIn.begin(username, password))}
          onForgot={(username) => run(() => signIn.forgot(username))}
        />
      )}
      {step.kind === 'new-password' && <NewPasswordForm busy={busy} onSend={answer} onBack={back} />}
      {step.kind === 'code' && <CodeForm busy={busy} onSend={answer} onBack={back} />}
      {step.kind === 'enrol' && <EnrolForm busy={busy} step={step} onSend={answer} onBack={back} />}
      {step.kind === 'forgotten' && (
        <ResetForm busy={busy} username={step.username} onSend={reset} onBack={back} />
      )}
    </Flex>
  );
};
