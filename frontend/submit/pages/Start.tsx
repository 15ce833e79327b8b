import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { lazy } from 'react';
import { Navigate } from 'react-router';
import { submitters } from '../roles.ts';

const Home = lazy(() => import('./Home.tsx'));

/** Where somebody begins: submitters at what they owe, everybody else at what they asked for. */
const Start = () => {
  const person = usePerson();
  return reaches(submitters, person?.roles ?? []) ? <Home /> : <Navigate to="/use" replace />;
};
export default Start;
