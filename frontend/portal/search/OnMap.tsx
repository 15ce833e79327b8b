import { portal } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import type { Box } from '@geoarchive/frontend-shared/format/coordinates.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { areaOf, seenOf } from '@geoarchive/frontend-shared/list/asked-area.ts';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import type { Spot } from '@geoarchive/frontend-shared/map/tile-map.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { Hit } from './Hit.tsx';
import { soughtOf } from './shape.ts';

/** What was clicked on the map. */
export type Shown = { kind: 'record'; id: string } | { kind: 'spot'; spot: Spot };
const most = 10;

const One = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const query = useRead(portal.getRecord, { params: { id } });
  return (
    <section aria-label={t('search.map.picked')}>
      <h2 className="ga-map-heading">{t('search.map.picked')}</h2>
      <QueryView query={query} rows={3}>
        {(record) => (
          <ul className="ga-hits">
            <Hit record={record} />
          </ul>
        )}
      </QueryView>
    </section>
  );
};

const Nothing = () => {
  const { t } = useTranslation();
  return <Empty title={t('search.map.nothing')} hint={t('search.map.nothingHint')} />;
};

const Several = ({ state, box, heading }: { state: ListState; box: Box; heading: 'inView' | 'onSpot' }) => {
  const { t } = useTranslation();
  const [west, south, east, north] = box;
  const query = useRead(portal.searchRecords, {
    query: { ...soughtOf(state), bbox: [west, south, east, north], limit: most },
  });
  const found = query.data;
  return (
    <section aria-label={t(`search.map.${heading}`)} aria-busy={query.isFetching}>
      <h2 className="ga-map-heading">{t(`search.map.${heading}`)}</h2>
      {found !== undefined && (
        <p role="status" className="ga-soft ga-numeric">
          {t(found.total > most ? 'search.map.first' : 'search.found', {
            total: formatCount(found.total),
            most,
          })}
        </p>
      )}
      <QueryView query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing />
          ) : (
            <ul className="ga-hits">
              {items.map((record) => (
                <Hit key={record.id} record={record} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </section>
  );
};

/** What was picked on the map, what lies on a spot, or what is in view: the map as words. */
export const OnMap = ({
  state,
  view,
  shown,
}: {
  state: ListState;
  view: Box | undefined;
  shown: Shown | undefined;
}) => {
  if (shown?.kind === 'record') return <One id={shown.id} />;
  if (shown?.kind === 'spot') {
    const { longitude, latitude } = shown.spot;
    return <Several state={state} box={[longitude, latitude, longitude, latitude]} heading="onSpot" />;
  }
  if (view === undefined) return undefined;
  const box = seenOf(view, areaOf(state));
  return box === undefined ? <Nothing /> : <Several state={state} box={box} heading="inView" />;
};
