import type { SiteRoute } from '@geoarchive/frontend-shared/boot/site.ts';

export const routes: readonly SiteRoute[] = [
  { path: '/', page: () => import('./pages/Home.tsx') },
  { path: '/search', page: () => import('./pages/Search.tsx') },
  { path: '/verify', page: () => import('./pages/Verify.tsx') },
  { path: '/records/:id', page: () => import('./pages/Record.tsx') },
  { path: '/records/:id/report', page: () => import('./pages/Report.tsx') },
  { path: '/answers', page: () => import('./pages/Answers.tsx') },
];
