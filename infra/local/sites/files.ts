import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export type SiteFile = { body: Buffer; type: string };

/** Reads one file of a built site; undefined when there is none or the path leads out of the folder. */
export async function siteFile(folder: string, uri: string): Promise<SiteFile | undefined> {
  let path: string;
  try {
    path = normalize(join(folder, decodeURIComponent(uri)));
  } catch {
    return undefined;
  }
  if (!path.startsWith(normalize(folder) + sep) || path.includes('\0')) return undefined;
  try {
    return { body: await readFile(path), type: types[extname(path)] ?? 'application/octet-stream' };
  } catch {
    return undefined;
  }
}
