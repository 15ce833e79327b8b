import 'maplibre-gl/dist/maplibre-gl.css';
import { Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Palette } from '../theme/palette.ts';
import { type Area, viewOf } from './area.ts';
import { mapStyle } from './style.ts';

export type Drawn = { remove: () => void };
type Options = {
  place: HTMLElement;
  palette: Palette;
  areas: readonly Area[];
  calm: boolean;
  onPick: (id: string) => void;
};

/** Draws the map; throws where the browser has no WebGL. */
export const drawMap = ({ place, palette, areas, calm, onPick }: Options): Drawn => {
  setWorkerUrl(workerUrl);
  const [west, south, east, north] = viewOf(areas);
  const map = new MapLibre({
    container: place,
    style: mapStyle(palette, areas),
    bounds: [west, south, east, north],
    attributionControl: false,
    dragRotate: false,
    fadeDuration: calm ? 0 : 200,
    maxZoom: 12,
  });
  map.addControl(new NavigationControl({ showCompass: false }));
  for (const layer of ['area', 'dot'])
    map.on('click', layer, (event) => {
      const id: unknown = event.features?.[0]?.properties['id'];
      if (typeof id === 'string') onPick(id);
    });
  return { remove: () => map.remove() };
};
