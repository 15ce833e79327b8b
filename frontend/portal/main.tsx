import { boot } from '@geoarchive/frontend-shared/boot/boot.tsx';
import { nav } from './nav.tsx';
import { routes } from './routes.ts';

boot({
  texts: { zh: () => import('./i18n/zh.json'), en: () => import('./i18n/en.json') },
  routes,
  nav,
  navPlace: 'top',
  signIn: 'none',
});
