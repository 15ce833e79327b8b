import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../theme/palette.ts';
import { type Mark, marksToGeoJson } from './marks-geojson.ts';
import { labelFont, type MapOptions, openMap } from './open-map.ts';

/** Radii in pixels of the smallest and the largest mark: areas grow with the counts. */
const radii = [4, 17] as const;
/** The country with some room, so that coasts are in sight. */
const view = [73, 17, 136, 54] as const;

const markLayers = (palette: Palette, most: number): LayerSpecification[] => [
  {
    id: 'mark',
    type: 'circle',
    source: 'marks',
    paint: {
      'circle-radius': [
        'interpolate',
        ['linear'],
        ['sqrt', ['/', ['get', 'count'], Math.max(1, most)]],
        0,
        radii[0],
        1,
        radii[1],
      ],
      'circle-color': [
        'case',
        ['<', ['get', 'share'], 0],
        palette.line,
        ['interpolate', ['linear'], ['get', 'share'], 0, palette.accent, 1, palette.primary],
      ],
      'circle-opacity': 0.8,
      'circle-stroke-color': palette.raised,
      'circle-stroke-width': 1.5,
    },
  },
  {
    id: 'mark-text',
    type: 'symbol',
    source: 'marks',
    layout: {
      'text-field': ['get', 'text'],
      'text-font': labelFont,
      'text-size': 11,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      // Clear of its mark: in ems of the text.
      'text-radial-offset': [
        'interpolate',
        ['linear'],
        ['sqrt', ['/', ['get', 'count'], Math.max(1, most)]],
        0,
        0.7,
        1,
        1.9,
      ],
    },
    paint: { 'text-color': palette.text, 'text-halo-color': palette.raised, 'text-halo-width': 1.4 },
  },
];

type Options = Omit<MapOptions, 'view' | 'sources' | 'layers'> & {
  marks: readonly Mark[];
  onPick: (id: string) => void;
};

/** Draws marks on the ground of all maps, which has no boundaries; throws where the browser has no WebGL. */
export const drawMarks = ({ marks, onPick, ...options }: Options): { remove: () => void } => {
  const map = openMap({
    ...options,
    view: [...view],
    sources: { marks: { type: 'geojson', data: marksToGeoJson(marks) } },
    layers: markLayers(options.palette, Math.max(...marks.map(({ count }) => count), 0)),
  });
  map.on('click', 'mark', (event) => {
    const id: unknown = event.features?.[0]?.properties['id'];
    if (typeof id === 'string') onPick(id);
  });
  map.on('mouseenter', 'mark', () => {
    map.getCanvas().style.cursor = 'pointer';
  });
  map.on('mouseleave', 'mark', () => {
    map.getCanvas().style.cursor = '';
  });
  return { remove: () => map.remove() };
};
