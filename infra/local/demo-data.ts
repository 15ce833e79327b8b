import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Endpoints } from './endpoints.ts';

/** Loads the demo's data into a fresh state, once. */
export async function loadDemoData(marker: string, endpoints: Endpoints): Promise<boolean> {
  const file = join(import.meta.dirname, 'demo.ts');
  if (existsSync(marker) || !existsSync(file)) return false;
  const module: Record<string, unknown> = await import(pathToFileURL(file).href);
  const { loadDemo } = module;
  if (typeof loadDemo !== 'function') throw new Error('infra/local/demo.ts exports no loadDemo');
  await loadDemo(endpoints);
  writeFileSync(marker, new Date().toISOString());
  return true;
}
