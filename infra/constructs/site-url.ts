import type { Settings } from '../settings.ts';

/** The address of a site as mails say it: told, or its domain name; unknown where it has none. */
export const siteUrl = ({ mail, domains }: Settings, site: 'submit' | 'admin'): string | undefined => {
  const told = site === 'submit' ? mail?.submitUrl : mail?.adminUrl;
  const name = domains[site]?.name;
  return told ?? (name === undefined ? undefined : `https://${name}`);
};
