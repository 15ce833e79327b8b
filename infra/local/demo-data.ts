import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Endpoints } from './endpoints.ts';

/** Runs a loader of the demo, unless its marker says that it has ended once. Looked up by its name: a package may leave the demo out. */
export async function loadDemoData(
  name: 'loadDemo' | 'loadMore',
  marker: string,
  endpoints: Endpoints,
): Promise<boolean> {
  const file = join(import.meta.dirname, 'demo.ts');
  if (existsSync(marker) || !existsSync(file)) return false;
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const load = module[name];
  if (typeof load !== 'function') throw new Error(`infra/local/demo.ts exports no ${name}`);
  await load(endpoints);
  writeFileSync(marker, new Date().toISOString());
  return true;
}
