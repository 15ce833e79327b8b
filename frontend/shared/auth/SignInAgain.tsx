import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useIdentity, usePerson, useSessionChange, useSessionEnded, useSessionGoesOn } from './context.ts';
import { Leaving } from './Leaving.tsx';
import { SignInForm } from './SignInForm.tsx';

/** Signing in again over the page when the session has ended under the reader's hands, so that nothing filled in is lost. */
export const SignInAgain = ({ onSignOut }: { onSignOut: () => void }) => {
  const { t } = useTranslation();
  const { signIn, ...identity } = useIdentity();
  const person = usePerson();
  const ended = useSessionEnded();
  const changed = useSessionChange();
  const goesOn = useSessionGoesOn();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const done = async () => {
    const now = await identity.person();
    if (now?.id === person?.id) return goesOn();
    // Somebody else: nothing of the page is theirs.
    await navigate('/');
    await changed();
  };
  return (
    <Modal
      open={ended}
      title={t('signIn.ended')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      destroyOnHidden
      footer={<Button onClick={onSignOut}>{t('signIn.out')}</Button>}
    >
      <p>{t('signIn.endedLead')}</p>
      {signIn.kind === 'form' ? (
        <SignInForm signIn={signIn} username={person?.email ?? ''} onDone={done} />
      ) : (
        <Leaving signIn={signIn} to={pathname + search} />
      )}
    </Modal>
  );
};
