import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import { portalHoles } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { floatsOf } from '@geoarchive/frontend-shared/drawings/floats.ts';
import { HoleDrawings } from '@geoarchive/frontend-shared/drawings/HoleDrawings.tsx';

/** The drawings of a released hole, of what was released of it. */
export const Drawings = ({ hole }: { hole: PublicHole }) => {
  const api = useApi();
  const { id } = hole;
  const { data } = useRead(portalHoles.getPublicHoleContent, { params: { id } });
  if (data === undefined) return null;
  return (
    <HoleDrawings
      header={hole}
      content={data}
      curve={async (sha256, signal) =>
        floatsOf(await api.call(portalHoles.getPublicHoleCurve, { params: { id, sha256 }, signal }))
      }
      pdf={({ scale, ...wish }) =>
        api.call(portalHoles.printPublicHoleColumn, { params: { id }, query: { scale: `${scale}`, ...wish } })
      }
    />
  );
};
