import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useHoleLine } from './use-hole-line.ts';

/** Released holes as they were found. */
export const HoleHits = ({ items }: { items: readonly PublicHole[] }) => {
  const { t } = useTranslation();
  const line = useHoleLine();
  return (
    <ul className="ga-hits">
      {items.map((hole) => (
        <li key={hole.id} className="ga-hit">
          <Link className="ga-hit-title" to={`/holes/${hole.id}`}>
            {hole.hole}
          </Link>
          <p className="ga-soft">{line(hole)}</p>
          {hole.access === 'catalogue-only' && <p className="ga-soft">{t('record.catalogueOnly')}</p>}
        </li>
      ))}
    </ul>
  );
};
