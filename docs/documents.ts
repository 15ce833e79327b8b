import { openApi } from '@geoarchive/contract/openapi/openapi.ts';
import { eventsPage } from './events-page.ts';
import { lifecyclesPage } from './lifecycles-page.ts';
import { routesPage } from './routes-page.ts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every page that is made from declarations: its path from the root, and its text. */
export const documents = (): Record<string, string> => ({
  'events/README.md': eventsPage(),
  'docs/developers/lifecycles.md': lifecyclesPage(),
  'docs/developers/routes.md': routesPage(),
  'docs/openapi-public.json': json(openApi('public')),
  'docs/openapi-internal.json': json(openApi('internal')),
});
