import '../config/jitless.ts';
import '../theme/base.css';
import { createClient } from '@geoarchive/contract/client.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { ApiContext } from '../api/context.ts';
import { createQueryClient } from '../api/query-client.ts';
import { watched } from '../api/watched.ts';
import { IdentityContext, noteRefused } from '../auth/context.ts';
import { createIdentity } from '../auth/create.ts';
import { ConfigContext } from '../config/context.ts';
import { loadConfig } from '../config/load.ts';
import { createI18n } from '../i18n/create.ts';
import { ChangeLanguage } from '../i18n/use-language.ts';
import { Looks } from './Looks.tsx';
import { createRouter } from './router.tsx';
import type { Site } from './site.ts';

const start = async (site: Site, place: HTMLElement): Promise<void> => {
  const [config, { i18n, change }] = await Promise.all([loadConfig(), createI18n(site.texts)]);
  const identity = site.signIn === 'required' ? await createIdentity(config) : undefined;
  const cache = createQueryClient();
  const client = watched(
    createClient({
      baseUrl: '/api',
      token: async () => identity?.token(),
      language: () => (i18n.language === 'en' ? 'en' : 'zh-CN'),
    }),
    () => void noteRefused(cache, identity),
  );
  const router = createRouter(site, config.deployment);
  createRoot(place).render(
    <I18nextProvider i18n={i18n}>
      <ChangeLanguage value={change}>
        <QueryClientProvider client={cache}>
          <ConfigContext value={config}>
            <IdentityContext value={identity}>
              <ApiContext value={client}>
                <Looks>
                  <RouterProvider router={router} />
                </Looks>
              </ApiContext>
            </IdentityContext>
          </ConfigContext>
        </QueryClientProvider>
      </ChangeLanguage>
    </I18nextProvider>,
  );
};

/** Starts a site; when not even its configuration can be read, the page's own notice is shown. */
export const boot = (site: Site): void => {
  const place = document.getElementById('root');
  if (place === null) throw new Error('No #root in the page');
  start(site, place).catch((error: unknown) => {
    console.error(error);
    document.getElementById('failed')?.removeAttribute('hidden');
  });
};
