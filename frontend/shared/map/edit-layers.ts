import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';

export const editSources = ['outline', 'corners', 'middles'] as const;

/** A shape that is drawn: its inside and line, its corners, and a faint dot between two corners to pull a new one from. */
export const editLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: 'outline-inside',
    type: 'fill',
    source: 'outline',
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': palette.primary, 'fill-opacity': 0.18 },
  },
  {
    id: 'outline-line',
    type: 'line',
    source: 'outline',
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: { 'line-color': palette.accent, 'line-width': 2.5 },
  },
  {
    id: 'middles',
    type: 'circle',
    source: 'middles',
    paint: {
      'circle-radius': 5,
      'circle-color': palette.raised,
      'circle-opacity': 0.85,
      'circle-stroke-color': palette.accent,
      'circle-stroke-width': 1.2,
    },
  },
  {
    id: 'corners',
    type: 'circle',
    source: 'corners',
    paint: {
      'circle-radius': 7,
      'circle-color': palette.accent,
      'circle-stroke-color': palette.raised,
      'circle-stroke-width': 2,
    },
  },
];
