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
  /** The sign-in that the own API asks for. */
  token?: (() => Promise<string | undefined>) | undefined;
};

/** Draws a map; throws where the browser has no WebGL. */
export const openMap = ({
  place,
  view,
  calm,
  sources,
  layers,
  media,
  token,
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
          transformRequest: async (url, kind) => {
            if (kind !== 'Tile' || !url.startsWith(`${location.origin}/`)) return { url };
            const held = await token?.();
            const signed = held === undefined ? {} : { Authorization: `Bearer ${held}` };
            return { url, headers: { Accept: media, ...signed } };
          },
        }),
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl({ maxWidth: 120 }), 'bottom-left');
  return map;
};

/** Text of canvas labels: drawn from the reader's own fonts, since none are sent. */
export const labelFont = ['sans-serif'];
