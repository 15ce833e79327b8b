import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';

/** Key of the deployment for the national map service 天地图; it is told to everyone who opens a map. */
export type Tianditu = { key: string };
/** Its servers; the sites' content security policy names them when a key is set (`infra/constructs/security-headers.ts`). */
const servers = ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7'];

/** Tiles of a layer by WMTS in spherical Mercator (`w`): `vec` streets and relief, `cva` its names. */
const tilesOf = (layer: 'vec' | 'cva', key: string): string[] =>
  servers.map(
    (server) =>
      `https://${server}.tianditu.gov.cn/${layer}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=${layer}` +
      `&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=${encodeURIComponent(key)}`,
  );

export const rasterSources = (tianditu: Tianditu | undefined): Record<string, SourceSpecification> =>
  tianditu === undefined
    ? {}
    : Object.fromEntries(
        (['vec', 'cva'] as const).map((layer) => [
          layer,
          { type: 'raster', tiles: tilesOf(layer, tianditu.key), tileSize: 256, maxzoom: 18 },
        ]),
      );

export const rasterLayers = (tianditu: Tianditu | undefined): LayerSpecification[] =>
  tianditu === undefined
    ? []
    : (['vec', 'cva'] as const).map((layer) => ({ id: layer, type: 'raster', source: layer }));
