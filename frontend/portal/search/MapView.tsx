import { addressOf } from '@geoarchive/contract/client.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { type Box, formatBox } from '@geoarchive/frontend-shared/format/coordinates.ts';
import { areaOf, withArea } from '@geoarchive/frontend-shared/list/asked-area.ts';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import { TileMap } from '@geoarchive/frontend-shared/map/TileMap.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OnMap, type Shown } from './OnMap.tsx';
import { soughtOf } from './shape.ts';

type Props = { state: ListState; onChange: (change: Partial<ListState>) => void };

/** What a search finds on a map, what is in view as a list, and the area to search in. */
export const MapView = ({ state, onChange }: Props) => {
  const { t } = useTranslation();
  const [view, setView] = useState<Box>();
  const [shown, setShown] = useState<Shown>();
  const [framing, setFraming] = useState(false);
  const area = areaOf(state);
  const search = (box: Box | undefined) => {
    setFraming(false);
    setShown(undefined);
    onChange({ filters: withArea(state, box) });
  };
  return (
    <>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <Button
          aria-pressed={framing}
          type={framing ? 'primary' : 'default'}
          onClick={() => setFraming(!framing)}
        >
          {t(framing ? 'search.map.framing' : 'search.map.frame')}
        </Button>
        <Button disabled={view === undefined} onClick={() => search(view)}>
          {t('search.map.here')}
        </Button>
        {area !== undefined && (
          <>
            <Button onClick={() => search(undefined)}>{t('search.map.anywhere')}</Button>
            <span className="ga-soft ga-numeric">{formatBox(area)}</span>
          </>
        )}
      </Flex>
      <TileMap
        label={t('search.map.label')}
        tiles={addressOf(`${location.origin}/api`, portal.recordTile, soughtOf(state))}
        media={portal.recordTile.media ?? ''}
        area={area}
        view={area}
        framing={framing}
        picked={shown?.kind === 'record' ? shown.id : undefined}
        onPick={(id) => setShown({ kind: 'record', id })}
        onSpot={(spot) => setShown({ kind: 'spot', spot })}
        onView={(box) => {
          setView(box);
          setShown(undefined);
        }}
        onFrame={search}
      />
      <OnMap state={state} view={view} shown={shown} />
    </>
  );
};
