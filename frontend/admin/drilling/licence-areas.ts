import { mostAreaCorners } from '@geoarchive/contract/area.ts';
import { boxOf } from '@geoarchive/domain/geo/inside.ts';
import type { Ring } from '@geoarchive/domain/geo/polygon.ts';
import { type RegisterArea, ringsOf } from '@geoarchive/domain/supervision/register-area.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { areaText } from '@geoarchive/frontend-shared/map/area-text.ts';

/** A block of a licence as the portal takes it; `boxed` where the box around it stands for a line of too many corners. */
export type Block = { text: string; boxed: boolean };

const blockOf = (ring: Ring): Block | undefined => {
  // The ring is closed: its first corner comes again.
  const corners = ring.slice(0, -1);
  const [west, south, east, north] = boxOf(ring);
  const boxed = corners.length > mostAreaCorners;
  const text = areaText(
    boxed
      ? {
          kind: 'box',
          corners: [
            [west, south],
            [east, north],
          ],
        }
      : { kind: 'polygon', corners },
  );
  return text === undefined ? undefined : { text, boxed };
};

/** The blocks of a licence or project to be asked for one by one; `fault` says why its area cannot be read. */
export const blocksOf = (area: RegisterArea): { blocks: Block[]; fault?: Bilingual } => {
  const read = ringsOf(area);
  if ('fault' in read) return { blocks: [], fault: read.fault };
  return { blocks: read.rings.flatMap((ring) => blockOf(ring) ?? []) };
};

/** Where the portal answers what is public of an area. */
export const questionAt = (portal: string, { text }: Block): string => {
  const address = new URL('/before-drilling', portal);
  address.searchParams.set('area', text);
  return address.href;
};
