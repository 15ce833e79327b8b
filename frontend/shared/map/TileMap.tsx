import { useCallback, useEffect, useRef } from 'react';
import type { Box } from '../format/coordinates.ts';
import { viewOf } from './area.ts';
import { MapFrame } from './MapFrame.tsx';
import type { TileMapEvents, TileMapView } from './tile-map.ts';
import { type Surroundings, useMap } from './use-map.ts';

type Props = TileMapEvents & {
  label: string;
  /** Where tiles are, with `{z}/{x}/{y}`, and the type they are asked for as. */
  tiles: string;
  media: string;
  /** The sign-in, where tiles are not for everybody. */
  token?: (() => Promise<string | undefined>) | undefined;
  /** What is shown at first; China when left out. */
  view?: Box | undefined;
  /** Drawn as a frame. */
  area?: Box | undefined;
  /** Dragging draws a frame instead of moving the map. */
  framing?: boolean;
  /** The thing that is made to stand out. */
  picked?: string | undefined;
};

const nobody = Promise.resolve(undefined);

/**
 * Very many things on a map, by vector tiles. What it shows must stand beside it as a list, too (`onView` says what is in view):
 * a canvas tells nothing to a screen reader.
 */
export const TileMap = ({
  label,
  tiles,
  media,
  token,
  view,
  area,
  framing = false,
  picked,
  ...events
}: Props) => {
  const latest = useRef({ events, tiles, token, view: view ?? viewOf([]) });
  useEffect(() => {
    latest.current = { ...latest.current, events, tiles, token };
  });
  const open = useCallback(
    async (of: Surroundings): Promise<TileMapView> => {
      const { openTileMap } = await import('./tile-map.ts');
      const { current } = latest;
      return openTileMap({
        ...of,
        media,
        ...(current.token === undefined ? {} : { token: () => latest.current.token?.() ?? nobody }),
        tiles: current.tiles,
        view: current.view,
        onPick: (id) => latest.current.events.onPick(id),
        onSpot: (spot) => latest.current.events.onSpot(spot),
        onView: (seen) => {
          latest.current.view = seen;
          latest.current.events.onView(seen);
        },
        onFrame: (box) => latest.current.events.onFrame(box),
      });
    },
    [media],
  );
  const { place, view: map, phase } = useMap(open, label);
  useEffect(() => map?.setTiles(tiles), [map, tiles]);
  useEffect(() => map?.pick(picked ?? ''), [map, picked]);
  useEffect(() => map?.showFrame(area), [map, area]);
  useEffect(() => map?.frame(framing), [map, framing]);
  return <MapFrame place={place} phase={phase} tall />;
};
