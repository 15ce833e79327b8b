import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { archiveDeps } from '../archive/deps.ts';
import { codeStore } from '../codes/code-store.ts';
import { codeRoutes } from '../codes/codes.ts';
import { barRoutes } from './bars.ts';
import { dueRoutes } from './due.ts';
import { registerImportRoutes } from './imports.ts';
import { registerRoutes } from './registers.ts';
import { ruleRoutes } from './rules.ts';

export const handler = apiHandler({
  deps: () => {
    const deps = archiveDeps();
    return { ...deps, codes: codeStore(deps.table, deps.clock) };
  },
  implementations: [
    ...registerRoutes,
    ...registerImportRoutes,
    ...ruleRoutes,
    ...dueRoutes,
    ...barRoutes,
    ...codeRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
