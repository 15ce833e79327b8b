import type { Route } from '@geoarchive/contract/route.ts';
import { routes } from '@geoarchive/contract/routes.ts';
import { generated, table } from './table.ts';

const row = ([name, route]: [string, Route]): string[] => [
  `\`${route.method} ${route.path}\``,
  `\`${name}\``,
  route.summary.zh,
  route.summary.en,
  route.allow === 'everyone' ? 'everyone, without sign-in' : route.allow.join(', '),
  route.scope,
  `\`${route.audit}\``,
];

/** `docs/developers/routes.md`: each route, who may call it, what it leaves in the audit trail. */
export const routesPage = (): string =>
  [
    generated,
    '# 接口 Routes',
    'Each route is declared once in `layers/contract`; parameters, bodies and replies are in [openapi-public.json](../openapi-public.json) and [openapi-internal.json](../openapi-internal.json). Paths begin with `/api`. A change leaves its audit entry in the trail, a read in the log.',
    ...(['public', 'internal'] as const).flatMap((api) => [
      `## ${api}`,
      table(
        ['Route', 'Name', '说明', 'What it does', 'Who may call', 'Scope', 'Audit'],
        Object.entries(routes)
          .filter(([, route]) => route.api === api)
          .sort(([, a], [, b]) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1))
          .map(row),
      ),
    ]),
    '',
  ].join('\n\n');
