import type { RoleCode } from '@geoarchive/domain/roles.ts';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { usePerson } from '../auth/context.ts';
import { reaches } from '../layout/nav.ts';
import { Forbidden, Loading } from '../states/states.tsx';

/** Lets through who is signed in with one of the roles; others sign in first, or learn that it is not for them. */
export const Guard = ({
  roles,
  children,
}: {
  roles: readonly RoleCode[] | undefined;
  children: ReactNode;
}) => {
  const person = usePerson();
  const { pathname, search } = useLocation();
  if (person === undefined) return <Loading />;
  if (person === null)
    return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  return reaches(roles, person.roles) ? children : <Forbidden />;
};
