import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { dueRoutes } from './due.ts';
import { registerImportRoutes } from './imports.ts';
import { registerRoutes } from './registers.ts';
import { ruleRoutes } from './rules.ts';

export const handler = apiHandler({
  deps: archiveDeps,
  implementations: [...registerRoutes, ...registerImportRoutes, ...ruleRoutes, ...dueRoutes],
  tableName: () => environment().TABLE_NAME,
});
