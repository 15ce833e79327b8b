import type { RoleCode } from '@geoarchive/domain/roles.ts';
import type { ReactNode } from 'react';

/** An entry of a site's navigation; without roles everybody sees it. */
export type NavItem = {
  to: string;
  label: string;
  icon: ReactNode;
  roles?: readonly RoleCode[];
  /** The heading under which it stands with those beside it. */
  group?: string;
};

/** Whether someone with these roles may go there. */
export const reaches = (allowed: readonly RoleCode[] | undefined, held: readonly RoleCode[]): boolean =>
  allowed === undefined || allowed.some((role) => held.includes(role));
