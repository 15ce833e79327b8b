import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBox } from '../format/coordinates.ts';
import { Empty } from '../states/states.tsx';
import { dark, light } from '../theme/palette.ts';
import { useCalm } from '../theme/use-calm.ts';
import { useMode } from '../theme/use-mode.ts';
import type { Area } from './area.ts';
import type { Drawn } from './draw.ts';

type Props = { label: string; areas: readonly Area[]; onPick?: (id: string) => void };

/** Areas on a map that needs no network. The same areas stand under it as text, for those who cannot see it. */
export const AreaMap = ({ label, areas, onPick }: Props) => {
  const { t } = useTranslation();
  const { mode } = useMode();
  const calm = useCalm();
  const place = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  const [phase, setPhase] = useState<'loading' | 'drawn' | 'failed'>('loading');
  useEffect(() => {
    pick.current = onPick;
  }, [onPick]);
  useEffect(() => {
    const element = place.current;
    if (element === null || areas.length === 0) return undefined;
    let drawn: Drawn | undefined;
    let gone = false;
    import('./draw.ts')
      .then(({ drawMap }) => {
        if (gone) return;
        const palette = mode === 'dark' ? dark : light;
        drawn = drawMap({ place: element, palette, areas, calm, onPick: (id) => pick.current?.(id) });
        setPhase('drawn');
      })
      .catch(() => setPhase('failed'));
    return () => {
      gone = true;
      drawn?.remove();
    };
  }, [areas, mode, calm]);
  if (areas.length === 0) return <Empty title={t('map.empty')} />;
  return (
    <figure className="ga-figure-map" aria-label={label}>
      {phase === 'failed' ? (
        <p role="status">{t('map.failed')}</p>
      ) : (
        <div ref={place} className="ga-map" aria-busy={phase === 'loading'} />
      )}
      <figcaption className="ga-soft">
        {areas.slice(0, 5).map((area) => (
          <div key={area.id}>
            {area.label} {formatBox(area.box)}
          </div>
        ))}
      </figcaption>
    </figure>
  );
};
