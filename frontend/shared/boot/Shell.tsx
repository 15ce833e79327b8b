import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useNavigate } from 'react-router';
import { useIdentity, usePerson, useSessionChange } from '../auth/context.ts';
import { SignInAgain } from '../auth/SignInAgain.tsx';
import { PersonMenu } from '../layout/PersonMenu.tsx';
import { SiteNav } from '../layout/SiteNav.tsx';
import { TopBar } from '../layout/TopBar.tsx';
import { Bell } from '../notices/Bell.tsx';
import { hasInbox } from '../notices/routes.ts';
import type { Site } from './site.ts';

/** The menu of whoever is signed in; over the page, when the session ends, the form to sign in again. */
const Person = () => {
  const person = usePerson();
  const identity = useIdentity();
  const changed = useSessionChange();
  const navigate = useNavigate();
  if (person === null || person === undefined) return null;
  const signOut = async () => {
    await identity.signOut();
    await navigate('/sign-in');
    await changed();
  };
  return (
    <>
      {hasInbox(person.roles) && <Bell />}
      <PersonMenu person={person} onSignOut={() => void signOut()} />
      <SignInAgain onSignOut={() => void signOut()} />
    </>
  );
};

/** Bar, navigation, page and foot: the frame of a site. */
export const Shell = ({ site, deployment }: { site: Site; deployment: string }) => {
  const { t, i18n } = useTranslation();
  const person = usePerson();
  const roles = person?.roles ?? [];
  const shown = site.signIn === 'none' || roles.length > 0;
  const nav = shown && <SiteNav items={site.nav} roles={roles} place={site.navPlace} />;
  useEffect(() => {
    document.title = t('site.short');
  }, [t]);
  return (
    <div key={i18n.language}>
      <a href="#content" className="ga-skip">
        {t('nav.skip')}
      </a>
      <TopBar end={site.signIn === 'required' && <Person />}>{site.navPlace === 'top' && nav}</TopBar>
      <div className="ga-body">
        {site.navPlace === 'side' && nav !== false && <div className="ga-side">{nav}</div>}
        <div className="ga-main">
          <main id="content" tabIndex={-1} className="ga-main">
            <Outlet />
          </main>
          <footer className="ga-foot">{t('site.foot', { deployment })}</footer>
        </div>
      </div>
      <ScrollRestoration />
    </div>
  );
};
