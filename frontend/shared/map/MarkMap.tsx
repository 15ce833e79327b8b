import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { MapFrame } from './MapFrame.tsx';
import type { Mark } from './marks-geojson.ts';
import { type Surroundings, useMap } from './use-map.ts';

type Props = { label: string; marks: readonly Mark[]; onPick: (id: string) => void; children?: ReactNode };

/**
 * Marks on a map that needs no network. Beside it belongs a table of the same: what is on a canvas no screen reader reads and no
 * keyboard reaches. `marks` must stay the same between renders.
 */
export const MarkMap = ({ label, marks, onPick, children }: Props) => {
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  const open = useCallback(
    async (of: Surroundings) => {
      const { drawMarks } = await import('./marks.ts');
      return drawMarks({ ...of, marks, onPick: (id) => pick.current(id) });
    },
    [marks],
  );
  const { place, phase } = useMap(open, label);
  return (
    <MapFrame place={place} phase={phase} tall>
      {children}
    </MapFrame>
  );
};
