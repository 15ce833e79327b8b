import { useTranslation } from 'react-i18next';
import { createBrowserRouter, type RouteObject, useRouteError } from 'react-router';
import { SignInPage } from '../auth/SignInPage.tsx';
import { Page } from '../layout/Page.tsx';
import { Empty, Failed, Loading } from '../states/states.tsx';
import { Guard } from './Guard.tsx';
import { Shell } from './Shell.tsx';
import type { Site, SiteRoute } from './site.ts';

const NotFound = () => {
  const { t } = useTranslation();
  return (
    <Page title={t('state.notFound')}>
      <Empty title={t('state.notFound')} hint={t('problem.remedy.notFound')} />
    </Page>
  );
};

const Broken = () => {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Page title={t('problem.unexpected')}>
      <Failed error={error} onRetry={() => window.location.reload()} />
    </Page>
  );
};

const routeOf = (site: Site, { path, page, roles }: SiteRoute): RouteObject => ({
  path,
  errorElement: <Broken />,
  lazy: async () => {
    const { default: Content } = await page();
    if (site.signIn === 'none') return { Component: Content };
    return {
      Component: () => (
        <Guard roles={roles}>
          <Content />
        </Guard>
      ),
    };
  },
});

/** The site's addresses; each page is a chunk of its own. */
export const createRouter = (site: Site, deployment: string) =>
  createBrowserRouter([
    {
      element: <Shell site={site} deployment={deployment} />,
      errorElement: <Broken />,
      hydrateFallbackElement: <Loading />,
      children: [
        ...site.routes.map((route) => routeOf(site, route)),
        ...(site.signIn === 'required' ? [{ path: '/sign-in', element: <SignInPage /> }] : []),
        { path: '*', element: <NotFound /> },
      ],
    },
  ]);
