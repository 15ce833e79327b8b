import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toSignInError } from './errors.ts';
import { CodeForm, EnrolForm, NewPasswordForm, PasswordForm, ResetForm } from './forms.tsx';
import type { FormSignIn, Step } from './port.ts';

type Shown = Step | { kind: 'password' };

type Props = {
  signIn: FormSignIn;
  /** Whom to suggest. */
  username?: string;
  onDone: () => Promise<void>;
};

/** The steps of signing in, one small form each. */
export const SignInForm = ({ signIn, username = '', onDone }: Props) => {
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
  const reset = (name: string, code: string, password: string) =>
    run(async () => {
      await signIn.reset(name, code, password);
      setNotice('signIn.resetDone');
      return { kind: 'password' };
    });
  return (
    <>
      <div aria-live="polite" className="ga-sign-in-told">
        {error !== undefined && <Alert type="error" showIcon title={t(error)} />}
        {notice !== undefined && <Alert type="success" showIcon title={t(notice)} />}
      </div>
      {step.kind === 'password' && (
        <PasswordForm
          busy={busy}
          username={username}
          onSend={(name, password) => run(() => signIn.begin(name, password))}
          onForgot={(name) => run(() => signIn.forgot(name))}
        />
      )}
      {step.kind === 'new-password' && <NewPasswordForm busy={busy} onSend={answer} onBack={back} />}
      {step.kind === 'code' && <CodeForm busy={busy} onSend={answer} onBack={back} />}
      {step.kind === 'enrol' && <EnrolForm busy={busy} step={step} onSend={answer} onBack={back} />}
      {step.kind === 'forgotten' && (
        <ResetForm busy={busy} username={step.username} onSend={reset} onBack={back} />
      )}
    </>
  );
};
