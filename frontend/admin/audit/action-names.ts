import { bars, routes } from '@geoarchive/contract/routes.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

/** Reads that leave an entry nevertheless: what registries and funders asked. */
const asked: readonly string[] = [bars.eligibility.audit, bars.barChanges.audit];

/** Every act that leaves an entry and has a route, by its name in the trail. What workers do has its name only. */
const acts = new Map<string, Bilingual>(
  Object.values(routes)
    .filter(({ method, module, audit }) => method !== 'GET' || module === 'audit' || asked.includes(audit))
    .map(({ audit, summary }) => [audit, summary]),
);

export const actionName = (action: string): Bilingual | undefined => acts.get(action);
export const actions: readonly string[] = [...acts.keys()].sort();
