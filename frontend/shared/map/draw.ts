import { type Area, viewOf } from './area.ts';
import { areaLayers, areaSources } from './area-layers.ts';
import { type MapOptions, openMap } from './open-map.ts';

export type Drawn = { remove: () => void };
type Options = Omit<MapOptions, 'view' | 'sources' | 'layers'> & {
  areas: readonly Area[];
  onPick: (id: string) => void;
};

/** Draws areas; throws where the browser has no WebGL. */
export const drawMap = ({ areas, onPick, ...options }: Options): Drawn => {
  const map = openMap({
    ...options,
    view: viewOf(areas),
    sources: areaSources(areas),
    layers: areaLayers(options.palette),
  });
  for (const layer of ['area', 'dot'])
    map.on('click', layer, (event) => {
      const id: unknown = event.features?.[0]?.properties['id'];
      if (typeof id === 'string') onPick(id);
    });
  return { remove: () => map.remove() };
};
