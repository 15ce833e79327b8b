import type { RoleCode } from '@geoarchive/domain/roles.ts';
import type { ComponentType } from 'react';
import type { Texts } from '../i18n/create.ts';
import type { NavItem } from '../layout/nav.ts';

/** A page of a site, loaded when first shown. Without roles every signed-in person may see it. */
export type SiteRoute = {
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  roles?: readonly RoleCode[];
};

/** What makes one of the three sites. */
export type Site = {
  texts: Texts;
  routes: readonly SiteRoute[];
  nav: readonly NavItem[];
  navPlace: 'side' | 'top';
  signIn: 'required' | 'none';
};
