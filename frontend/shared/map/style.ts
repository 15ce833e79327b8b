import type { StyleSpecification } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import type { Area } from './area.ts';
import { areasToGeoJson, areasToPoints } from './area.ts';
import { graticule } from './graticule.ts';
import land from './land.json';

/**
 * The map without a network: land and sea (Natural Earth, public domain; coast only, no boundaries of any kind, which
 * need an approved map), a graticule, and the areas.
 */
export const mapStyle = (palette: Palette, areas: readonly Area[]): StyleSpecification => ({
  version: 8,
  sources: {
    // JSON imports widen their literals; the file is a GeoJSON feature.
    land: { type: 'geojson', data: land as GeoJSON.Feature },
    graticule: { type: 'geojson', data: graticule(10) },
    areas: { type: 'geojson', data: areasToGeoJson(areas) },
    dots: { type: 'geojson', data: areasToPoints(areas) },
  },
  layers: [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': palette.land } },
    { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': palette.soft, 'line-width': 0.7 } },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      paint: { 'line-color': palette.net, 'line-width': 0.7, 'line-dasharray': [3, 3] },
    },
    {
      id: 'area',
      type: 'fill',
      source: 'areas',
      paint: { 'fill-color': palette.primary, 'fill-opacity': 0.3 },
    },
    {
      id: 'area-edge',
      type: 'line',
      source: 'areas',
      paint: { 'line-color': palette.accent, 'line-width': 2 },
    },
    {
      id: 'dot',
      type: 'circle',
      source: 'dots',
      paint: {
        'circle-radius': 6,
        'circle-color': palette.accent,
        'circle-opacity': 0.75,
        'circle-stroke-color': palette.raised,
        'circle-stroke-width': 1.5,
      },
    },
  ],
});
