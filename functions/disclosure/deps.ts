import type { SupervisionDeps } from '../supervision/context.ts';

/** What proposing and deciding on public notices works with. */
export type DisclosureDeps = Pick<
  SupervisionDeps,
  'clock' | 'settings' | 'table' | 'tasks' | 'chases' | 'documents' | 'registers' | 'publicNotices'
>;
