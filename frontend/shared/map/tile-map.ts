import type { GeoJSONSource, MapGeoJSONFeature, MapMouseEvent, VectorTileSource } from 'maplibre-gl';
import * as z from 'zod';
import type { Box } from '../format/coordinates.ts';
import { areasToGeoJson } from './area.ts';
import { type MapOptions, openMap } from './open-map.ts';
import { clickable, tileLayers } from './tile-layers.ts';

export type Spot = { longitude: number; latitude: number };
export type TileMapEvents = {
  /** A single thing was clicked. */
  onPick: (id: string) => void;
  /** Several things that cannot be parted lie here. */
  onSpot: (spot: Spot) => void;
  /** What is in view now. */
  onView: (view: Box) => void;
  /** A box was dragged while `frame(true)`. */
  onFrame: (box: Box) => void;
};
type Options = Omit<MapOptions, 'sources' | 'layers'> & TileMapEvents & { tiles: string };

const cluster = z.object({
  count: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  opensAt: z.number().optional(),
});
const single = z.object({ id: z.string() });
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
const within = (value: number, most: number): number => rounded(Math.max(-most, Math.min(most, value)));

/** A map of vector tiles. Throws where the browser has no WebGL. */
export const openTileMap = ({ tiles, onPick, onSpot, onView, onFrame, ...options }: Options) => {
  const { palette, calm } = options;
  const map = openMap({
    ...options,
    sources: {
      tiles: { type: 'vector', tiles: [tiles], maxzoom: 16 },
      frame: { type: 'geojson', data: areasToGeoJson([]) },
    },
    layers: [
      ...tileLayers(palette),
      {
        id: 'frame',
        type: 'line',
        source: 'frame',
        paint: { 'line-color': palette.accent, 'line-width': 2, 'line-dasharray': [3, 2] },
      },
    ],
  });

  const viewNow = (): Box => {
    const bounds = map.getBounds();
    return [
      within(bounds.getWest(), 180),
      within(bounds.getSouth(), 90),
      within(bounds.getEast(), 180),
      within(bounds.getNorth(), 90),
    ];
  };
  map.on('load', () => onView(viewNow()));
  map.on('moveend', () => onView(viewNow()));

  const open = (feature: MapGeoJSONFeature): void => {
    const { longitude, latitude, opensAt } = cluster.parse(feature.properties);
    if (opensAt === undefined) {
      onSpot({ longitude, latitude });
      return;
    }
    const to = { center: [longitude, latitude] as [number, number], zoom: opensAt + 0.3 };
    if (calm) map.jumpTo(to);
    else map.easeTo(to);
  };
  let framing = false;
  map.on('click', ({ point, lngLat }) => {
    if (framing) return;
    const layers: string[] = [clickable.clusters, clickable.points, clickable.shapes];
    const hits = map.queryRenderedFeatures(point, { layers });
    const [top] = hits.toSorted((a, b) => layers.indexOf(a.layer.id) - layers.indexOf(b.layer.id));
    if (top === undefined) return;
    if (top.layer.id === clickable.clusters) return open(top);
    const one = single.safeParse(top.properties);
    // Outlines over outlines, or one of several: all that lie here.
    const alone = top.layer.id === clickable.points || hits.length === 1;
    if (one.success && alone) onPick(one.data.id);
    else onSpot({ longitude: rounded(lngLat.lng), latitude: rounded(lngLat.lat) });
  });
  for (const layer of [clickable.clusters, clickable.points]) {
    map.on('mouseenter', layer, () => {
      if (!framing) map.getCanvas().style.cursor = 'pointer';
    });
    map.on('mouseleave', layer, () => {
      if (!framing) map.getCanvas().style.cursor = '';
    });
  }

  const drawFrame = (box: Box | undefined): void => {
    const source = map.getSource<GeoJSONSource>('frame');
    source?.setData(areasToGeoJson(box === undefined ? [] : [{ id: 'frame', label: '', box }]));
  };
  let from: MapMouseEvent['lngLat'] | undefined;
  const boxTo = ({ lng, lat }: MapMouseEvent['lngLat']): Box | undefined =>
    from && [
      within(Math.min(from.lng, lng), 180),
      within(Math.min(from.lat, lat), 90),
      within(Math.max(from.lng, lng), 180),
      within(Math.max(from.lat, lat), 90),
    ];
  map.on('mousedown', ({ lngLat }) => {
    if (framing) from = lngLat;
  });
  map.on('mousemove', ({ lngLat }) => {
    if (framing && from !== undefined) drawFrame(boxTo(lngLat));
  });
  map.on('mouseup', ({ lngLat }) => {
    const box = boxTo(lngLat);
    from = undefined;
    if (framing && box !== undefined && box[0] < box[2] && box[1] < box[3]) onFrame(box);
  });

  const whenLoaded = (work: () => void): void => {
    if (map.isStyleLoaded()) work();
    else map.once('load', work);
  };
  return {
    remove: () => map.remove(),
    setTiles: (address: string) =>
      whenLoaded(() => map.getSource<VectorTileSource>('tiles')?.setTiles([address])),
    pick: (id: string) =>
      whenLoaded(() => {
        for (const layer of ['picked-shape', 'picked-point']) map.setFilter(layer, ['==', ['get', 'id'], id]);
      }),
    showFrame: (box: Box | undefined) => whenLoaded(() => drawFrame(box)),
    /** Dragging draws a box instead of moving the map. */
    frame(on: boolean): void {
      framing = on;
      from = undefined;
      map.getCanvas().style.cursor = on ? 'crosshair' : '';
      if (on) map.dragPan.disable();
      else map.dragPan.enable();
    },
    fit: ([west, south, east, north]: Box) =>
      map.fitBounds([west, south, east, north], { padding: 40, maxZoom: 12, animate: !calm }),
  };
};
export type TileMapView = ReturnType<typeof openTileMap>;
