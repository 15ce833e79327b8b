import type { RoleCode } from '@geoarchive/domain/roles.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { usePerson } from '../auth/context.ts';
import { reaches } from '../layout/nav.ts';
import { Page } from '../layout/Page.tsx';
import { Forbidden, Loading } from '../states/states.tsx';

/** Lets through who is signed in with one of the roles; others sign in first, or learn that it is not for them. */
export const Guard = ({
  roles,
  children,
}: {
  roles: readonly RoleCode[] | undefined;
  children: ReactNode;
}) => {
  const { t } = useTranslation();
  const person = usePerson();
  const { pathname, search } = useLocation();
  if (person === undefined) return <Loading />;
  if (person === null)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (reaches(roles, person.roles)) return children;
  return (
    <Page title={t('state.forbidden')}>
      <Forbidden />
    </Page>
  );
};
