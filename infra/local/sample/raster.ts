import { writeArrayBuffer } from 'geotiff';

/** A small single-band GeoTIFF in WGS 84 degrees whose upper left corner is (west, north). */
export const raster = (west: number, north: number, size = 64): Uint8Array => {
  const values = new Uint8Array(size * size).map(
    (_, at) => 128 + 100 * Math.sin((at % size) / 9) * Math.cos(at / size / 7),
  );
  const file = writeArrayBuffer(values, {
    height: size,
    width: size,
    ModelPixelScale: [0.005, 0.005, 0],
    ModelTiepoint: [0, 0, 0, west, north, 0],
    GTModelTypeGeoKey: 2,
    GeographicTypeGeoKey: 4326,
    GeogCitationGeoKey: 'WGS 84',
  });
  return new Uint8Array(file);
};
