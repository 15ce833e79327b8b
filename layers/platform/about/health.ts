import type { Clock } from '@geoarchive/domain/dates.ts';

export type AboutDeps = { clock: Clock; settings: { name: string } };

/** That an API answers, for which deployment, and what time it has. */
export const health = async ({ clock, settings }: AboutDeps) => ({
  ok: true,
  deployment: settings.name,
  time: clock().toISOString(),
});
