import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toSignInError } from './errors.ts';
import type { RedirectSignIn } from './port.ts';

/** The way to the issuer's own sign-in page, and back to where the reader was. */
export const Leaving = ({ signIn, to }: { signIn: RedirectSignIn; to: string }) => {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>();
  const leave = () => {
    setError(undefined);
    signIn.leave(to).catch(setError);
  };
  return (
    <>
      {error !== undefined && (
        <Alert type="error" showIcon title={t(`signIn.error.${toSignInError(error).code}`)} />
      )}
      <p>{t('signIn.elsewhere')}</p>
      <Button type="primary" block size="large" onClick={leave}>
        {t('signIn.go')}
      </Button>
    </>
  );
};
