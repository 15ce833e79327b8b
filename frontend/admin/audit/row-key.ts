import type { AuditEntry } from '@geoarchive/contract/audit.ts';

/** Tells entries apart: two of one thing in the same millisecond differ in what was done. */
export const rowKey = ({ at, about, action, by, detail }: AuditEntry): string =>
  [at, about, action, by, JSON.stringify(detail)].join(' ');
