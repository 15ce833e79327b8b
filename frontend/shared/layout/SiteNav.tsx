import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { type NavItem, reaches } from './nav.ts';

type Props = { items: readonly NavItem[]; roles: readonly RoleCode[]; place: 'side' | 'top' };

/** The site's navigation: what the reader's roles reach. */
export const SiteNav = ({ items, roles, place }: Props) => {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('nav.label')} className={`ga-nav ga-nav-${place}`}>
      {items
        .filter((item) => reaches(item.roles, roles))
        .map((item) => (
          <NavLink key={item.to} to={item.to} end={item.to === '/'}>
            <span aria-hidden>{item.icon}</span>
            {t(item.label)}
          </NavLink>
        ))}
    </nav>
  );
};
