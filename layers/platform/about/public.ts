import { publicHealth, publicOpenApi } from '@geoarchive/contract/about.ts';
import { implement } from '../call.ts';
import { type AboutDeps, health } from './health.ts';

/** What the public API says of itself: whether it answers, and its OpenAPI document, which is fetched when asked for. */
export const publicAboutRoutes = [
  implement(publicHealth, health),
  implement(publicOpenApi, async (_: AboutDeps) =>
    (await import('@geoarchive/contract/openapi/public.ts')).document(),
  ),
];
