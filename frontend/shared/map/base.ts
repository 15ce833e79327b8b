import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import { graticule } from './graticule.ts';
import land from './land.geojson?url';
import { rasterLayers, rasterSources, type Tianditu } from './tianditu.ts';

export type BaseOptions = { palette: Palette; tianditu?: Tianditu | undefined };
type Over = { sources: Record<string, SourceSpecification>; layers: LayerSpecification[] };

/**
 * The ground of every map. Without a network: land and sea (Natural Earth 1:50 million, public domain; coasts only, no boundaries of
 * any kind, which need an approved map) and a graticule. Where the deployment has a key, Tianditu lies over it.
 */
export const baseStyle = ({ palette, tianditu }: BaseOptions, over: Over): StyleSpecification => ({
  version: 8,
  sources: {
    land: { type: 'geojson', data: land },
    graticule: { type: 'geojson', data: graticule(10) },
    ...rasterSources(tianditu),
    ...over.sources,
  },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': palette.soft, 'line-width': 0.7 } },
    ...rasterLayers(tianditu),
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': palette.net, 'line-width': 0.7, 'line-dasharray': [3, 3] },
    },
    ...over.layers,
  ],
});
