import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBox } from '../format/coordinates.ts';
import { Empty } from '../states/states.tsx';
import type { Area } from './area.ts';
import { MapFrame } from './MapFrame.tsx';
import { type Surroundings, useMap } from './use-map.ts';

type Props = { label: string; areas: readonly Area[]; onPick?: (id: string) => void };

const Drawn = ({ label, areas, onPick }: Props) => {
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  const open = useCallback(
    async (of: Surroundings) => {
      const { drawMap } = await import('./draw.ts');
      return drawMap({ ...of, areas, onPick: (id) => pick.current?.(id) });
    },
    [areas],
  );
  const { place, phase } = useMap(open, label);
  return (
    <MapFrame place={place} phase={phase}>
      <div className="ga-map-text ga-soft">
        {areas.slice(0, 5).map((area) => (
          <div key={area.id}>
            {area.label} {formatBox(area.box)}
          </div>
        ))}
      </div>
    </MapFrame>
  );
};

/** Areas on a map that needs no network. The same areas stand under it as text, for those who cannot see it. */
export const AreaMap = (props: Props) => {
  const { t } = useTranslation();
  return props.areas.length === 0 ? <Empty title={t('map.empty')} /> : <Drawn {...props} />;
};
