import type { RoleCode } from '@geoarchive/domain/roles.ts';

/** Who looks after an organisation: its people, its mandates, its subsidiaries. */
export const administrators: readonly RoleCode[] = ['SUBMITTER_ADMIN'];
/** Who hands in for an organisation. */
export const submitters: readonly RoleCode[] = ['SUBMITTER', 'SUBMITTER_ADMIN'];
