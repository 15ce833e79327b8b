import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import { labelFont } from './open-map.ts';

/** Where clusters may be clicked, and single things. */
export const clickable = { clusters: 'cluster', points: 'point', shapes: 'shape' } as const;

/** Circles grow with what they stand for: 2 to a million. */
const radius = (from: number, to: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['log10', ['get', 'count']],
  0.3,
  from,
  6,
  to,
];

/** Layers of a source of tiles from `layers/tiles`: footprints, single things, clusters with their number. */
export const tileLayers = (palette: Palette): LayerSpecification[] => [
  {
    id: clickable.shapes,
    type: 'fill',
    source: 'tiles',
    'source-layer': 'shapes',
    paint: { 'fill-color': palette.primary, 'fill-opacity': 0.05 },
  },
  {
    id: 'shape-edge',
    type: 'line',
    source: 'tiles',
    'source-layer': 'shapes',
    paint: { 'line-color': palette.primary, 'line-opacity': 0.55, 'line-width': 1 },
  },
  {
    id: 'cluster-halo',
    type: 'circle',
    source: 'tiles',
    'source-layer': 'clusters',
    paint: { 'circle-color': palette.primary, 'circle-opacity': 0.22, 'circle-radius': radius(17, 38) },
  },
  {
    id: clickable.clusters,
    type: 'circle',
    source: 'tiles',
    'source-layer': 'clusters',
    paint: { 'circle-color': palette.primary, 'circle-radius': radius(12, 32) },
  },
  {
    id: 'cluster-count',
    type: 'symbol',
    source: 'tiles',
    'source-layer': 'clusters',
    layout: {
      'text-field': ['number-format', ['get', 'count'], { locale: 'en' }],
      'text-font': labelFont,
      'text-size': 12,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': palette.onPrimary },
  },
  {
    id: clickable.points,
    type: 'circle',
    source: 'tiles',
    'source-layer': 'points',
    paint: {
      'circle-radius': 6,
      'circle-color': palette.accent,
      'circle-stroke-color': palette.raised,
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'picked-shape',
    type: 'line',
    source: 'tiles',
    'source-layer': 'shapes',
    filter: ['==', ['get', 'id'], ''],
    paint: { 'line-color': palette.accent, 'line-width': 3 },
  },
  {
    id: 'picked-point',
    type: 'circle',
    source: 'tiles',
    'source-layer': 'points',
    filter: ['==', ['get', 'id'], ''],
    paint: {
      'circle-radius': 9,
      'circle-color': palette.accent,
      'circle-stroke-color': palette.text,
      'circle-stroke-width': 2,
    },
  },
];
