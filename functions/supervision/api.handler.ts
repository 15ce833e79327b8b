import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { tableDeps } from '../archive/deps.ts';
import { codeStore } from '../codes/code-store.ts';
import { codeRoutes } from '../codes/codes.ts';
import { barRoutes } from './bars.ts';
import { cockpitRoutes } from './cockpit.ts';
import { dueRoutes } from './due.ts';
import { registerImportRoutes } from './imports.ts';
import { orderRoutes } from './orders.ts';
import { registerRoutes } from './registers.ts';
import { ruleRoutes } from './rules.ts';
import { taskPageRoutes } from './task.ts';

export const handler = apiHandler({
  deps: () => {
    const deps = tableDeps();
    return { ...deps, codes: codeStore(deps.table, deps.clock) };
  },
  implementations: [
    ...registerRoutes,
    ...registerImportRoutes,
    ...ruleRoutes,
    ...dueRoutes,
    ...barRoutes,
    ...taskPageRoutes,
    ...cockpitRoutes,
    ...orderRoutes,
    ...codeRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
