import * as about from '@geoarchive/contract/about.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { implement } from './call.ts';

type AboutDeps = { clock: Clock; settings: { name: string } };
const health = async ({ clock, settings }: AboutDeps) => ({
  ok: true,
  deployment: settings.name,
  time: clock().toISOString(),
});

/** Fetched when asked: it needs the routes of every module, and is seldom read. */
const openApi = async (api: 'internal' | 'public') =>
  (await import('@geoarchive/contract/openapi.ts')).openApi(api);

/** What an API says of itself: whether it answers, and its OpenAPI document. */
export const aboutRoutes = {
  public: [
    implement(about.publicHealth, health),
    implement(about.publicOpenApi, (_: AboutDeps) => openApi('public')),
  ],
  internal: [
    implement(about.internalHealth, health),
    implement(about.internalOpenApi, (_: AboutDeps) => openApi('internal')),
  ],
};
