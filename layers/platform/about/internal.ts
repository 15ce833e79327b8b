import { internalHealth, internalOpenApi } from '@geoarchive/contract/about.ts';
import { implement } from '../call.ts';
import { type AboutDeps, health } from './health.ts';

/** What the internal API says of itself: whether it answers, and its OpenAPI document, which is fetched when asked for. */
export const internalAboutRoutes = [
  implement(internalHealth, health),
  implement(internalOpenApi, async (_: AboutDeps) =>
    (await import('@geoarchive/contract/openapi/internal.ts')).document(),
  ),
];
