import * as contract from '@geoarchive/contract/cockpit.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import { late } from '../archive/overview.ts';
import { readCockpit, readStock } from '../supervision/cockpit.ts';

type Deps = ArchiveDeps & { fonts: () => Fonts | Promise<Fonts> };

const print = async (deps: Deps, { caller, query }: Call<typeof contract.printCockpit>) => {
  const asked = { caller, query };
  const [figures, { items: stock }, lateNow] = await Promise.all([
    readCockpit(deps, asked),
    readStock(deps, asked),
    late(deps, asked),
  ]);
  const [only, ...others] = figures.byNode;
  const of =
    only !== undefined && others.length === 0 ? only.name : { zh: '全部馆藏机构', en: 'all archives' };
  // Fetched when something is printed, as papers are.
  const { cockpitPdf } = await import('@geoarchive/documents/reports/cockpit.ts');
  return cockpitPdf({ of, figures, stock, late: lateNow }, query.language, await deps.fonts());
};

export const cockpitPrintRoutes = [implement(contract.printCockpit, print)];
