import { rmSync } from 'node:fs';
import './tables-setup.ts';

/** Ends the database of the unit tests, also when no file waited for it. */
export default async function globalTeardown(): Promise<void> {
  const tables = globalThis.geoarchiveTables;
  if (tables === undefined) return;
  globalThis.geoarchiveTables = undefined;
  await tables.started.then((engine) => engine.close()).catch(() => undefined);
  rmSync(tables.folder, { recursive: true, force: true });
}
