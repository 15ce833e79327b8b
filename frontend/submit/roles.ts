import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { consenters, useAskers } from '@geoarchive/domain/service/codes.ts';

/** Who looks after an organisation: its people, its mandates, its subsidiaries. */
export const administrators: readonly RoleCode[] = ['SUBMITTER_ADMIN'];
/** Who asks for data to use, and who answers whether a submitter consents. */
export const users: readonly RoleCode[] = useAskers;
export const consenting: readonly RoleCode[] = consenters;
/** Who hands in for an organisation. */
export const submitters: readonly RoleCode[] = ['SUBMITTER', 'SUBMITTER_ADMIN'];
