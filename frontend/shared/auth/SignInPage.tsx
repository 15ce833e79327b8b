import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useNavigate, useSearchParams } from 'react-router';
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
  const navigate = useNavigate();
  const location = useLocation();
  const [params] = useSearchParams();
  const to = safeReturn(params.get('to'));
  const done = async (place: string) => {
    await changed();
    await navigate(safeReturn(place), { replace: true });
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
