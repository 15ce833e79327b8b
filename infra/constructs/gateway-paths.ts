import { accessOf, type Route } from '@geoarchive/contract/route.ts';
import { planes } from '@geoarchive/domain/planes.ts';

type Access = 'open' | 'signed';
/** `proxy`: everything below the path; otherwise the path itself, by one method. */
export type GatewayPath = { module: string; path: string; access: Access; proxy: boolean };

/** A module whose routes name the plane first has a path, and so a function, for each plane. */
const modulesOf = ({ module, path }: Route): string[] =>
  path.startsWith(`/${module}/{plane}/`) ? planes.map((plane) => `${module}/${plane}`) : [module];

/**
 * The paths that the gateway of an API needs for the routes declared: one for each module (one resource per route
 * breaks the limit of 500 resources in a stack), and one for each path outside a module. The function routes on.
 * @throws Error when a module mixes open and signed routes: its one path could have only one authorizer.
 */
export function gatewayPaths(routes: readonly Route[], api: Route['api']): GatewayPath[] {
  const found = new Map<string, GatewayPath>();
  for (const route of routes.filter((r) => r.api === api)) {
    const access = accessOf(route);
    const proxy = route.path.startsWith(`/${route.module}/`);
    for (const module of modulesOf(route)) {
      const path = proxy ? `/${module}` : route.path;
      const other = found.get(path);
      if (other && other.access !== access)
        throw new Error(`Module ${route.module} of the ${api} API mixes open and signed routes`);
      found.set(path, { module, path, access, proxy });
    }
  }
  return [...found.values()].sort((a, b) => a.path.localeCompare(b.path));
}
