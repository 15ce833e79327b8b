import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import { type Area, areasToGeoJson, areasToPoints } from './area.ts';

export const areaSources = (areas: readonly Area[]): Record<string, SourceSpecification> => ({
  areas: { type: 'geojson', data: areasToGeoJson(areas) },
  dots: { type: 'geojson', data: areasToPoints(areas) },
});

/** Areas with their edge, and a dot in the middle of each. */
export const areaLayers = (palette: Palette): LayerSpecification[] => [
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
];
