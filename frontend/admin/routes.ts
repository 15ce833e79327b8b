import type { SiteRoute } from '@geoarchive/frontend-shared/boot/site.ts';

export const routes: readonly SiteRoute[] = [
  { path: '/', page: () => import('./pages/Home.tsx') },
  { path: '/samples', page: () => import('./samples/Samples.tsx') },
];
