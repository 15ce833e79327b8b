import type { OwnCaseDeps } from '../cases/own-deps.ts';
import type { OwnConsents } from './own-consents.ts';

/** What the side of askers and submitters works with, in the intake plane: that of cases, and the questions to submitters. */
export type OwnServiceDeps = OwnCaseDeps & { consents: OwnConsents };
