import type { SiteRoute } from '@geoarchive/frontend-shared/boot/site.ts';

export const routes: readonly SiteRoute[] = [
  { path: '/', page: () => import('./pages/Home.tsx') },
  { path: '/search', page: () => import('./pages/Search.tsx') },
  { path: '/holes', page: () => import('./pages/Holes.tsx') },
  { path: '/holes/:id', page: () => import('./pages/Hole.tsx') },
  { path: '/before-drilling', page: () => import('./pages/BeforeDrilling.tsx') },
  { path: '/notices', page: () => import('./pages/Notices.tsx') },
  { path: '/notices/:id', page: () => import('./pages/Notice.tsx') },
  { path: '/submissions', page: () => import('./pages/Submissions.tsx') },
  { path: '/figures', page: () => import('./pages/Figures.tsx') },
  { path: '/verify', page: () => import('./pages/Verify.tsx') },
  { path: '/records/:id', page: () => import('./pages/Record.tsx') },
  { path: '/records/:id/report', page: () => import('./pages/Report.tsx') },
  { path: '/basket', page: () => import('./pages/Basket.tsx') },
  { path: '/answers', page: () => import('./pages/Answers.tsx') },
];
