import type { SiteRoute } from '@geoarchive/frontend-shared/boot/site.ts';
import { administrators, submitters as roles } from './roles.ts';

export const routes: readonly SiteRoute[] = [
  { path: '/', page: () => import('./pages/Home.tsx'), roles },
  { path: '/tasks', page: () => import('./pages/Tasks.tsx'), roles },
  { path: '/tasks/:id', page: () => import('./pages/Task.tsx'), roles },
  { path: '/tasks/:id/statements/:kind', page: () => import('./pages/Statement.tsx'), roles },
  { path: '/group', page: () => import('./pages/Group.tsx'), roles: administrators },
  { path: '/group/:id', page: () => import('./pages/GroupTask.tsx'), roles: administrators },
  { path: '/deposits', page: () => import('./pages/Deposits.tsx'), roles },
  { path: '/deposits/:id', page: () => import('./pages/Deposit.tsx'), roles },
  { path: '/deposits/:id/edit', page: () => import('./pages/Edit.tsx'), roles },
  { path: '/deposits/:id/receipt', page: () => import('./pages/Receipt.tsx'), roles },
  { path: '/cases', page: () => import('./pages/Cases.tsx'), roles },
  { path: '/cases/new', page: () => import('./pages/NewCase.tsx'), roles },
  { path: '/cases/:id', page: () => import('./pages/Case.tsx'), roles },
  { path: '/papers', page: () => import('./pages/Papers.tsx'), roles },
  { path: '/public-notices', page: () => import('./pages/PublicNotices.tsx'), roles },
  { path: '/new', page: () => import('./pages/New.tsx'), roles },
  { path: '/notices', page: () => import('@geoarchive/frontend-shared/notices/InboxPage.tsx'), roles },
  { path: '/organisation', page: () => import('./pages/Organisation.tsx'), roles },
];
