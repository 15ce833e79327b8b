import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useConfig } from '../config/context.ts';
import type { Phase } from './use-map.ts';

type Props = {
  place: RefObject<HTMLDivElement | null>;
  phase: Phase;
  tall?: boolean;
  children?: ReactNode;
};

/** A map in its frame, with where its ground comes from; a browser without WebGL says so and keeps what stands below. */
export const MapFrame = ({ place, phase, tall, children }: Props) => {
  const { t } = useTranslation();
  const { tianditu } = useConfig().map;
  return (
    <figure className="ga-figure-map">
      {phase === 'failed' ? (
        <p role="status">{t('map.failed')}</p>
      ) : (
        <div className={tall === true ? 'ga-map ga-map-tall' : 'ga-map'}>
          <div ref={place} className="ga-map-place" aria-busy={phase === 'loading'} />
          <small className="ga-map-source">
            {t(tianditu === undefined ? 'map.source' : 'map.sourceTianditu')}
          </small>
        </div>
      )}
      {children}
    </figure>
  );
};
