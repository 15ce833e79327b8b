import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Gateway } from '../gateway/gateway.ts';
import type { Behaviour, Distribution } from './distribution.ts';
import { createEdge, type Edge } from './edge.ts';
import { siteFile } from './files.ts';

type Options = {
  distribution: Distribution;
  /** Folder of the built site. */
  folder: string;
  /** Content of `/config.json`. */
  config: unknown;
  gatewayOf(apiId: string): Gateway;
};
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** CloudFront's patterns know `*` and `?`. */
function matcher(pattern: string | undefined): RegExp {
  if (pattern === undefined) return /^/;
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>GeoArchive</title>
<p>本站点尚未构建 / This site has not been built: <code>npm start</code> without <code>--no-sites</code>.</p></html>`;

/** Serves one distribution: the site's files and, on the same origin, its API. */
export function createSite({ distribution, folder, config, gatewayOf }: Options): Handler {
  const behaviours: (Behaviour & { fits: RegExp; edge: Edge })[] = distribution.behaviours.map((b) => ({
    ...b,
    fits: matcher(b.pattern),
    edge: createEdge(b.viewerRequest),
  }));

  async function files(uri: string, response: ServerResponse): Promise<void> {
    const path = uri === '/' ? `/${distribution.rootObject}` : uri;
    const own = path === '/config.json' ? Buffer.from(JSON.stringify(config)) : undefined;
    const found = own ? { body: own, type: 'application/json; charset=utf-8' } : await siteFile(folder, path);
    const missing = path === '/index.html' ? NOT_BUILT : '404';
    response.statusCode = found ? 200 : 404;
    response.setHeader('Content-Type', found?.type ?? 'text/html; charset=utf-8');
    // Built assets carry a hash in their name; everything else may change from one start to the next.
    response.setHeader(
      'Cache-Control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    response.end(found?.body ?? missing);
  }

  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const behaviour = behaviours.find(({ fits }) => fits.test(pathname));
    if (!behaviour) throw new Error('a distribution has a default behaviour');
    const ip = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const seen = behaviour.edge({ method: request.method ?? 'GET', uri: pathname, ip });
    for (const [name, value] of Object.entries(behaviour.headers)) response.setHeader(name, value);
    if ('status' in seen) {
      response.statusCode = seen.status;
      response.end();
    } else if (behaviour.apiId !== undefined) {
      await gatewayOf(behaviour.apiId)(request, response);
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      await files(seen.uri, response);
    } else {
      response.statusCode = 403;
      response.end();
    }
  };
}
