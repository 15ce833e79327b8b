import type { RoleCode } from '@geoarchive/domain/roles.ts';

/** Who hands in for an organisation. */
export const submitters: readonly RoleCode[] = ['SUBMITTER', 'SUBMITTER_ADMIN'];
