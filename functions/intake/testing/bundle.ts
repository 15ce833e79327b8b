import { bundledFile, bundleManifest } from '@geoarchive/contract/deposit-bundle.ts';
import { events } from '@geoarchive/contract/events.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';
import { eventsIn } from '../../testing/written.ts';
import type { IntakeKit } from './kit.ts';

/** The bundle that the last DepositSealed tells of, read as the archive would. */
export const bundledFiles = async (tables: TestTables, kit: IntakeKit) => {
  const told = (await eventsIn(tables, kit.table)).findLast(({ type }) => type === 'DepositSealed');
  const sealed = events.DepositSealed.data.parse(told?.data);
  const read = async (key: string) => Buffer.from((await kit.bucket.readAll(key)) ?? []).toString('utf8');
  const text = await read(sealed.bundle);
  const manifest = bundleManifest.parse(JSON.parse(text));
  const list = await read(manifest.files.key);
  const files = list === '' ? [] : list.split('\n').map((line) => bundledFile.parse(JSON.parse(line)));
  return { sealed, manifest, text, files };
};
