import type { Position } from '@geoarchive/domain/geo/polygon.ts';
import type { GeoJSONSource, LngLat, MapMouseEvent, MapTouchEvent, SourceSpecification } from 'maplibre-gl';
import type { Box } from '../format/coordinates.ts';
import { editGeoJson, handlesOf } from './edit-geojson.ts';
import { editLayers, editSources } from './edit-layers.ts';
import type { Act, Editing } from './editing.ts';
import { type MapOptions, openMap } from './open-map.ts';
import { mostCorners } from './shape.ts';

type Options = Omit<MapOptions, 'sources' | 'layers'> & {
  onAct: (act: Act) => void;
  /** Where the pointer is, for the coordinates shown. */
  onPoint: (at: Position | undefined) => void;
};

/** A millionth of a degree is a decimetre. */
const cornerOf = ({ lng, lat }: LngLat): Position => [
  Math.round(Math.max(-180, Math.min(180, lng)) * 1e6) / 1e6,
  Math.round(lat * 1e6) / 1e6,
];
/** Pixels around a corner that belong to it. */
const reach = 9;
const empty = (): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
});

/** A map on which a shape is drawn and changed by pointer. Throws where the browser has no WebGL. */
export const openEditMap = ({ onAct, onPoint, ...options }: Options) => {
  const map = openMap({
    ...options,
    sources: Object.fromEntries(editSources.map((name) => [name, empty()])),
    layers: editLayers(options.palette),
  });
  map.doubleClickZoom.disable();
  let state: Editing = { shape: undefined, drawing: false, past: [] };
  let ready = false;
  let held: number | undefined;

  const draw = (preview?: Position): void => {
    const { shape, drawing } = state;
    const shown =
      drawing && preview !== undefined && shape !== undefined && shape.kind !== 'point'
        ? { ...shape, corners: [...shape.corners, preview] }
        : shape;
    const data = editGeoJson(shown);
    if (ready) for (const name of editSources) map.getSource<GeoJSONSource>(name)?.setData(data[name]);
  };
  map.on('load', () => {
    ready = true;
    draw();
  });

  const near = (event: MapMouseEvent | MapTouchEvent, [longitude, latitude]: Position): boolean => {
    const { x, y } = map.project([longitude, latitude]);
    return Math.hypot(x - event.point.x, y - event.point.y) < reach;
  };
  /** The handle under the pointer. Reckoned, not asked of the drawn map, which lags behind a shape that just changed. */
  const handleAt = (
    event: MapMouseEvent | MapTouchEvent,
  ): { corner?: number; middle?: number } | undefined => {
    if (state.drawing || state.shape === undefined) return undefined;
    const { corners, middles } = handlesOf(state.shape);
    const corner = corners.findIndex((one) => near(event, one));
    if (corner >= 0) return { corner };
    const middle = middles.findIndex((one) => near(event, one));
    return middle >= 0 ? { middle } : undefined;
  };
  const take = (event: MapMouseEvent | MapTouchEvent): void => {
    const handle = handleAt(event);
    if (handle === undefined) return;
    const { corner, middle } = handle;
    event.preventDefault();
    if (middle !== undefined) onAct({ do: 'insert', at: middle + 1, corner: cornerOf(event.lngLat) });
    held = corner ?? (middle ?? 0) + 1;
    map.dragPan.disable();
  };
  const drop = (event: MapMouseEvent | MapTouchEvent): void => {
    if (held === undefined) return;
    onAct({ do: 'move', at: held, corner: cornerOf(event.lngLat) });
    held = undefined;
    map.dragPan.enable();
  };
  const drag = (event: MapMouseEvent | MapTouchEvent): void => {
    const corner = cornerOf(event.lngLat);
    if (held === undefined) {
      if (state.drawing) draw(corner);
      else map.getCanvas().style.cursor = handleAt(event) === undefined ? '' : 'grab';
      return;
    }
    const { shape } = state;
    if (shape === undefined || !ready) return;
    const moved = editGeoJson({
      ...shape,
      corners: shape.corners.map((one, at) => (at === held ? corner : one)),
    });
    for (const name of editSources) map.getSource<GeoJSONSource>(name)?.setData(moved[name]);
  };
  map.on('mousedown', take);
  map.on('touchstart', take);
  map.on('mouseup', drop);
  map.on('touchend', drop);
  map.on('touchmove', drag);
  map.on('mousemove', (event) => {
    onPoint(cornerOf(event.lngLat));
    drag(event);
  });
  map.on('mouseout', () => onPoint(undefined));
  map.on('click', (event) => {
    if (!state.drawing) return;
    const { kind, corners } = state.shape ?? { kind: 'point' as const, corners: [] };
    // A click on a corner that is there ends the line: the second of a double click does, too.
    const ends = mostCorners[kind] === undefined && corners.some((corner) => near(event, corner));
    onAct(ends ? { do: 'finish' } : { do: 'put', corner: cornerOf(event.lngLat) });
  });
  return {
    remove: () => map.remove(),
    show(next: Editing): void {
      state = next;
      map.getCanvas().style.cursor = next.drawing ? 'crosshair' : '';
      draw();
    },
    fit: ([west, south, east, north]: Box): void => {
      map.fitBounds([west, south, east, north], { padding: 50, maxZoom: 15, animate: !options.calm });
    },
  };
};
export type EditMapView = ReturnType<typeof openEditMap>;
