import { Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Box, formatBox } from '../../format/coordinates.ts';
import { formatCount } from '../../format/numbers.ts';
import { areaOf, seenOf, withArea } from '../../list/asked-area.ts';
import type { ListChange, ListState } from '../../list/url-state.ts';
import { TileMap } from '../../map/TileMap.tsx';
import { QueryView } from '../../states/QueryView.tsx';
import { Empty } from '../../states/states.tsx';
import { onMap, soughtHolesOf } from './shape.ts';
import type { HoleSource } from './source.ts';
import { useHolePage, useOneHole } from './use-holes.ts';

type Props<Item extends { id: string }> = {
  source: HoleSource<Item>;
  state: ListState;
  onChange: (change: ListChange) => void;
  list: (items: readonly Item[]) => ReactNode;
};
type Listed<Item extends { id: string }> = Pick<Props<Item>, 'source' | 'list'>;
const most = 20;

const One = <Item extends { id: string }>({ source, list, id }: Listed<Item> & { id: string }) => (
  <QueryView query={useOneHole(source, id)} rows={3}>
    {(item) => list([item])}
  </QueryView>
);

const Nothing = () => {
  const { t } = useTranslation();
  return <Empty title={t('hole.search.nothingHere')} hint={t('hole.search.nothingHereHint')} />;
};

const Several = <Item extends { id: string }>({
  source,
  list,
  state,
  box: [west, south, east, north],
}: Listed<Item> & { state: ListState; box: Box }) => {
  const { t } = useTranslation();
  const query = useHolePage(source, {
    ...soughtHolesOf(state),
    bbox: [west, south, east, north],
    limit: most,
  });
  return (
    <QueryView query={query} rows={3}>
      {({ items, total }) =>
        items.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <p role="status" className="ga-soft ga-numeric">
              {t('hole.search.first', { total: formatCount(total), shown: items.length })}
            </p>
            {list(items)}
          </>
        )
      }
    </QueryView>
  );
};

/** What is found on a map, with what is in view as a list; the area to search in is drawn here. */
export const HoleMap = <Item extends { id: string }>({ source, state, onChange, list }: Props<Item>) => {
  const { t } = useTranslation();
  const [view, setView] = useState<Box>();
  const [picked, setPicked] = useState<string>();
  const [spot, setSpot] = useState<Box>();
  const [framing, setFraming] = useState(false);
  const area = areaOf(state);
  const clear = () => {
    setPicked(undefined);
    setSpot(undefined);
  };
  const search = (box: Box | undefined) => {
    setFraming(false);
    clear();
    onChange((now) => ({ filters: withArea(now, box) }));
  };
  const heading = picked !== undefined ? 'picked' : spot !== undefined ? 'onSpot' : 'inView';
  const box = spot ?? (view && seenOf(view, area));
  return (
    <>
      <Flex gap={8} wrap align="center" style={{ marginBottom: 12 }}>
        <Button
          aria-pressed={framing}
          type={framing ? 'primary' : 'default'}
          onClick={() => setFraming(!framing)}
        >
          {t(framing ? 'hole.search.framing' : 'hole.search.frame')}
        </Button>
        <Button disabled={view === undefined} onClick={() => search(view)}>
          {t('hole.search.here')}
        </Button>
        {area !== undefined && (
          <>
            <Button onClick={() => search(undefined)}>{t('hole.search.anywhere')}</Button>
            <span className="ga-soft ga-numeric">{formatBox(area)}</span>
          </>
        )}
      </Flex>
      <TileMap
        label={t('hole.search.mapLabel')}
        tiles={source.tiles?.(onMap(soughtHolesOf(state))) ?? ''}
        media={source.media}
        token={source.token}
        area={area}
        view={area}
        framing={framing}
        picked={picked}
        onPick={(id) => {
          clear();
          setPicked(id);
        }}
        onSpot={({ longitude, latitude }) => {
          clear();
          setSpot([longitude, latitude, longitude, latitude]);
        }}
        onView={(seen) => {
          setView(seen);
          clear();
        }}
        onFrame={search}
      />
      <section aria-label={t(`hole.search.${heading}`)}>
        <h2 className="ga-map-heading">{t(`hole.search.${heading}`)}</h2>
        {picked !== undefined && <One source={source} list={list} id={picked} />}
        {picked === undefined && box !== undefined && (
          <Several source={source} list={list} state={state} box={box} />
        )}
        {picked === undefined && box === undefined && view !== undefined && <Nothing />}
      </section>
    </>
  );
};
