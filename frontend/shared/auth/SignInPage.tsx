import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useSearchParams } from 'react-router';
import { Page } from '../layout/Page.tsx';
import { Loading } from '../states/states.tsx';
import { useIdentity, usePerson, useSessionChange } from './context.ts';
import { Leaving } from './Leaving.tsx';
import type { RedirectSignIn } from './port.ts';
import { safeReturn } from './return-to.ts';
import { SignInForm } from './SignInForm.tsx';

const Arriving = ({ signIn, onDone }: { signIn: RedirectSignIn; onDone: (to: string) => Promise<void> }) => {
  const arrival = useQuery({
    queryKey: ['session', 'arrival'],
    queryFn: async () => {
      const to = await signIn.arrive(new URL(window.location.href));
      await onDone(to);
      return to;
    },
    retry: false,
  });
  return arrival.isError ? <Leaving signIn={signIn} to="/" /> : <Loading rows={3} />;
};

/** Signing in, by form or at the issuer; afterwards back to where the reader wanted to go. */
export const SignInPage = () => {
  const { t } = useTranslation();
  const identity = useIdentity();
  const person = usePerson();
  const changed = useSessionChange();
  const location = useLocation();
  const [params] = useSearchParams();
  const [to, setTo] = useState(() => safeReturn(params.get('to')));
  // Going there is left to the redirect below: it comes as soon as the person is known.
  const done = async (place: string) => {
    setTo(safeReturn(place));
    await changed();
  };
  if (person !== null && person !== undefined) return <Navigate to={to} replace />;
  const { signIn } = identity;
  return (
    <div className="ga-sign-in">
      <Page title={t('signIn.title')} lead={t('signIn.lead')}>
        <div className="ga-panel">
          <div className="ga-panel-body">
            {signIn.kind === 'form' && <SignInForm signIn={signIn} onDone={() => done(to)} />}
            {signIn.kind === 'redirect' &&
              (new URLSearchParams(location.search).has('code') ? (
                <Arriving signIn={signIn} onDone={done} />
              ) : (
                <Leaving signIn={signIn} to={to} />
              ))}
          </div>
        </div>
      </Page>
    </div>
  );
};
