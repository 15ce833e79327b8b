/** A place inside this site to go back to; anything that could lead elsewhere becomes the start page. */
export const safeReturn = (asked: string | null): string => {
  if (asked === null || !asked.startsWith('/') || /^\/[/\\]/.test(asked)) return '/';
  const base = 'https://site.invalid';
  const address = new URL(asked, base);
  if (address.origin !== base || address.pathname === '/sign-in') return '/';
  return `${address.pathname}${address.search}${address.hash}`;
};
