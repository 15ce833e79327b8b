import type { Ring } from '@geoarchive/domain/geo/polygon.ts';
import { type RegisterArea as Given, ringsOf } from '@geoarchive/domain/supervision/register-area.ts';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import type { Area } from '@geoarchive/frontend-shared/map/area.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const boxOf = (ring: Ring): Area['box'] => {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

/** The blocks of a licence or project on the map, and their corners as they were given. */
export const RegisterArea = ({ area }: { area: Given }) => {
  const { t } = useTranslation();
  const areas = useMemo((): Area[] => {
    const read = ringsOf(area);
    const rings = 'rings' in read ? read.rings : [];
    return rings.map((ring, no) => ({
      id: String(no),
      label: t('registers.block', { no: no + 1 }),
      box: boxOf(ring),
      ring,
    }));
  }, [area, t]);
  return (
    <>
      <AreaMap label={t('registers.fields.area')} areas={areas} />
      <details>
        <summary>{t('registers.corners')}</summary>
        {area.map((block) => (
          <p key={block.join(' ')}>{block.join('; ')}</p>
        ))}
      </details>
    </>
  );
};
