import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { type NavItem, reaches } from './nav.ts';

type Props = { items: readonly NavItem[]; roles: readonly RoleCode[]; place: 'side' | 'top' };

/** The site's navigation: what the reader's roles reach. */
export const SiteNav = ({ items, roles, place }: Props) => {
  const { t } = useTranslation();
  const shown = items.filter((item) => reaches(item.roles, roles));
  return (
    <nav aria-label={t('nav.label')} className={`ga-nav ga-nav-${place}`}>
      {shown.map((item, at) => (
        <Fragment key={item.to}>
          {item.group !== undefined && item.group !== shown[at - 1]?.group && (
            <span className="ga-nav-group">{t(item.group)}</span>
          )}
          <NavLink to={item.to} end={item.to === '/'}>
            <span aria-hidden>{item.icon}</span>
            {t(item.label)}
          </NavLink>
        </Fragment>
      ))}
    </nav>
  );
};
