import type { HoleView } from '@geoarchive/contract/holes.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { floatsOf } from '@geoarchive/frontend-shared/drawings/floats.ts';
import { HoleDrawings } from '@geoarchive/frontend-shared/drawings/HoleDrawings.tsx';

/** The drawings of a hole in the archive; its content is read once for the whole page. */
export const Drawings = ({ hole }: { hole: HoleView }) => {
  const api = useApi();
  const { id } = hole;
  const { data } = useRead(holes.getHoleContent, { params: { id } });
  if (data === undefined) return null;
  return (
    <HoleDrawings
      header={hole.header}
      content={data}
      curve={async (sha256, signal) =>
        floatsOf(await api.call(holes.getHoleCurve, { params: { id, sha256 }, signal }))
      }
      pdf={({ scale, ...wish }) =>
        api.call(holes.printHoleColumn, { params: { id }, query: { scale: `${scale}`, ...wish } })
      }
    />
  );
};
