import { internalAboutRoutes } from '@geoarchive/platform/about/internal.ts';
import { apiHandler } from '@geoarchive/platform/api-handler.ts';
import { environment } from '@geoarchive/platform/environment.ts';
import { codeRoutes } from '../codes/codes.ts';
import { noticeRoutes } from '../disclosure/notices.ts';
import { barRecipientRoutes } from './bar-recipients.ts';
import { barRoutes } from './bars.ts';
import { chaseRoutes } from './chases.ts';
import { cockpitRoutes } from './cockpit.ts';
import { supervisionDeps } from './deps.ts';
import { dueRoutes } from './due.ts';
import { registerImportRoutes } from './imports.ts';
import { orderRoutes } from './orders.ts';
import { organisationRoutes } from './organisations.ts';
import { registerRoutes } from './registers.ts';
import { ruleRoutes } from './rules.ts';
import { taskPageRoutes } from './task.ts';

export const handler = apiHandler({
  deps: supervisionDeps,
  implementations: [
    ...registerRoutes,
    ...registerImportRoutes,
    ...ruleRoutes,
    ...dueRoutes,
    ...barRoutes,
    ...barRecipientRoutes,
    ...taskPageRoutes,
    ...cockpitRoutes,
    ...orderRoutes,
    ...organisationRoutes,
    ...chaseRoutes,
    ...codeRoutes,
    ...noticeRoutes,
    ...internalAboutRoutes,
  ],
  tableName: () => environment().TABLE_NAME,
});
