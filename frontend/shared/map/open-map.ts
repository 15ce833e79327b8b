import 'maplibre-gl/dist/maplibre-gl.css';
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import {
  type Map as MapLibre,
  Map as MapView,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Box } from '../format/coordinates.ts';
import { type BaseOptions, baseStyle } from './base.ts';

export type MapOptions = BaseOptions & {
  place: HTMLElement;
  /** What is shown at first. */
  view: Box;
  /** What the map and its buttons are called. */
  words: { title: string; zoomIn: string; zoomOut: string };
  /** Without movement, for those who asked for it. */
  calm: boolean;
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  /** What tiles of the own API are asked for as. */
  media?: string;
};

/** Draws a map; throws where the browser has no WebGL. */
export const openMap = ({
  place,
  view,
  calm,
  sources,
  layers,
  media,
  words,
  ...base
}: MapOptions): MapLibre => {
  setWorkerUrl(workerUrl);
  const [west, south, east, north] = view;
  const map = new MapView({
    container: place,
    style: baseStyle(base, { sources, layers }),
    bounds: [west, south, east, north],
    attributionControl: false,
    locale: {
      'Map.Title': words.title,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
    },
    dragRotate: false,
    pitchWithRotate: false,
    fadeDuration: calm ? 0 : 200,
    maxZoom: 18,
    ...(media === undefined
      ? {}
      : {
          transformRequest: (url, kind) =>
            kind === 'Tile' && url.startsWith(location.origin)
              ? { url, headers: { Accept: media } }
              : { url },
        }),
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
  return map;
};

/** Text of canvas labels: drawn from the reader's own fonts, since none are sent. */
export const labelFont = ['sans-serif'];
