import * as contract from '@geoarchive/contract/custody-inspections.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { CustodyDeps } from '../custody/deps.ts';
import { fileKey } from '../custody/files.ts';
import { loadInspection, shownInspection } from '../custody/inspections.ts';

type Deps = CustodyDeps & { fonts: () => Fonts | Promise<Fonts>; bucket: Pick<Bucket, 'readAll'> };
/** Photos that are printed: with more the reply would outgrow a function's. */
const mostPhotos = 8;
const mostBytes = 3 * 1024 ** 2;

/** The first photos, as far as they fit. */
const pictures = async ({ bucket }: Deps, of: contract.Inspection) => {
  const found: { id: string; url: string }[] = [];
  let bytes = 0;
  for (const { id, format, size } of of.photos) {
    if (found.length === mostPhotos || bytes + size > mostBytes) continue;
    const content = await bucket.readAll(fileKey(of.id, id));
    if (content === undefined) continue;
    bytes += size;
    found.push({ id, url: `data:image/${format};base64,${Buffer.from(content).toString('base64')}` });
  }
  return found;
};

const print = async (deps: Deps, { caller, params, query }: Call<typeof contract.printInspection>) => {
  const inspection = shownInspection(deps, caller, await loadInspection(deps, caller, params.id));
  const [photos, rectifications] = await Promise.all([
    pictures(deps, inspection),
    Promise.all(inspection.rectifications.map((id) => deps.rectifications.get(id))),
  ]);
  const custodian = deps.settings.custodians.find(({ code }) => code === inspection.custodian)?.name;
  const name = custodian ?? { zh: inspection.custodian, en: inspection.custodian };
  // Fetched when something is printed, as papers are.
  const { inspectionPdf } = await import('@geoarchive/documents/reports/inspection.ts');
  return inspectionPdf(
    {
      custodian: name,
      inspection,
      rectifications: rectifications.flatMap((one) =>
        one === undefined
          ? []
          : [{ number: one.body.number, due: one.body.due, text: one.body.finding.text, state: one.state }],
      ),
      asOf: deps.clock().toISOString(),
    },
    photos,
    query.language,
    await deps.fonts(),
  );
};

export const inspectionPrintRoutes = [implement(contract.printInspection, print)];
