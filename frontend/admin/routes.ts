import type { SiteRoute } from '@geoarchive/frontend-shared/boot/site.ts';
import {
  auditors,
  calendarReaders,
  caseReaders,
  importers,
  jobOwners,
  operators,
  archiveReaders as roles,
} from './roles.ts';

export const routes: readonly SiteRoute[] = [
  { path: '/', page: () => import('./pages/Home.tsx') },
  { path: '/reviews', page: () => import('./pages/Reviews.tsx'), roles },
  { path: '/reviews/:id', page: () => import('./pages/Review.tsx'), roles },
  { path: '/certificates', page: () => import('./pages/Certificates.tsx'), roles },
  { path: '/documents', page: () => import('./pages/Documents.tsx'), roles },
  { path: '/documents/:number', page: () => import('./pages/Document.tsx'), roles },
  { path: '/dossiers', page: () => import('./pages/Dossiers.tsx'), roles },
  { path: '/dossiers/:id', page: () => import('./pages/Dossier.tsx'), roles },
  { path: '/cases', page: () => import('./pages/Cases.tsx'), roles: caseReaders },
  { path: '/cases/show/:show', page: () => import('./pages/Cases.tsx'), roles: caseReaders },
  { path: '/cases/:id', page: () => import('./pages/Case.tsx'), roles: caseReaders },
  { path: '/tasks', page: () => import('./pages/Tasks.tsx'), roles },
  { path: '/tasks/import', page: () => import('./pages/TaskImport.tsx'), roles: importers },
  { path: '/jobs', page: () => import('./pages/Jobs.tsx'), roles: jobOwners },
  { path: '/jobs/:id', page: () => import('./pages/Job.tsx'), roles: jobOwners },
  { path: '/calendar', page: () => import('./pages/Calendar.tsx'), roles: calendarReaders },
  { path: '/notices', page: () => import('@geoarchive/frontend-shared/notices/InboxPage.tsx') },
  { path: '/audit', page: () => import('./pages/Audit.tsx'), roles: auditors },
  { path: '/dead-letters', page: () => import('./pages/DeadLetters.tsx'), roles: operators },
  {
    path: '/dead-letters/:plane/:queue',
    page: () => import('./pages/DeadLetterQueue.tsx'),
    roles: operators,
  },
  { path: '/samples', page: () => import('./samples/Samples.tsx'), roles: ['OPERATOR', 'MINISTRY_ADMIN'] },
];
