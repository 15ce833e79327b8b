import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shape } from './shape.ts';
import { formatArea, formatLength } from './units.ts';

/** Length and size of a shape on the ellipsoid. The arithmetic comes when it is needed first. */
export const Measured = ({ shape }: { shape: Shape }) => {
  const { t } = useTranslation();
  const [found, setFound] = useState<{ metres?: number; squareMetres?: number }>({});
  useEffect(() => {
    let gone = false;
    void import('./measure.ts').then(({ measure }) => {
      if (!gone) setFound(measure(shape));
    });
    return () => {
      gone = true;
    };
  }, [shape]);
  const { metres, squareMetres } = found;
  return (
    <span className="ga-numeric">
      {squareMetres !== undefined && `${t('map.size')} ${formatArea(squareMetres)}　`}
      {metres !== undefined &&
        `${t(squareMetres === undefined ? 'map.length' : 'map.edge')} ${formatLength(metres)}`}
    </span>
  );
};
