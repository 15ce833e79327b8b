import type { Format } from '../core/format.ts';

const picture = async () => (await import('../image/read.ts')).readImage;
const tiff = async () => (await import('../tiff/read.ts')).readTiff;

/** Pictures, scans and rasters. */
export const imageFormats: readonly Format[] = [
  { id: 'tiff', name: 'TIFF', mime: 'image/tiff', puid: 'fmt/353', extensions: ['tif', 'tiff', 'dng', 'nef', 'btf', 'tf8'], reader: tiff },
  { id: 'geotiff', name: 'GeoTIFF', mime: 'image/tiff; application=geotiff', puid: 'fmt/155', extensions: ['tif', 'tiff', 'gtif'], reader: tiff },
  { id: 'jpeg', name: 'JPEG', mime: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'], reader: picture },
  { id: 'png', name: 'PNG', mime: 'image/png', puid: 'fmt/13', extensions: ['png'], reader: picture },
  { id: 'gif', name: 'GIF', mime: 'image/gif', puid: 'fmt/4', extensions: ['gif'], reader: picture },
  { id: 'bmp', name: 'Windows bitmap', mime: 'image/bmp', puid: 'fmt/119', extensions: ['bmp', 'dib'], reader: picture },
  { id: 'jp2', name: 'JPEG 2000', mime: 'image/jp2', puid: 'x-fmt/392', extensions: ['jp2', 'jpx', 'j2k', 'jpf'] },
  { id: 'j2k', name: 'JPEG 2000 code stream', mime: 'image/jp2', extensions: ['j2k', 'j2c', 'jpc', 'jp2'] },
  { id: 'webp', name: 'WebP', mime: 'image/webp', puid: 'fmt/566', extensions: ['webp'] },
  { id: 'heif', name: 'HEIF', mime: 'image/heif', puid: 'fmt/1101', extensions: ['heic', 'heif'] },
  { id: 'svg', name: 'SVG', mime: 'image/svg+xml', puid: 'fmt/92', extensions: ['svg'], reader: async () => (await import('../xml/read.ts')).readXml },
  { id: 'eps', name: 'Encapsulated PostScript', mime: 'application/postscript', puid: 'fmt/124', extensions: ['eps', 'epsf', 'ai', 'ps'] },
  { id: 'postscript', name: 'PostScript', mime: 'application/postscript', puid: 'x-fmt/408', extensions: ['ps', 'eps', 'ai'] },
  { id: 'psd', name: 'Photoshop', mime: 'image/vnd.adobe.photoshop', puid: 'x-fmt/92', extensions: ['psd', 'psb'] },
  { id: 'emf', name: 'Enhanced metafile', mime: 'image/emf', extensions: ['emf'] },
  { id: 'wmf', name: 'Windows metafile', mime: 'image/wmf', puid: 'x-fmt/119', extensions: ['wmf'] },
  { id: 'hfa', name: 'ERDAS Imagine', mime: 'application/x-erdas-hfa', extensions: ['img', 'hfa', 'ige', 'aux'], reader: async () => (await import('../image/hfa.ts')).readHfa },
  { id: 'hdf5', name: 'HDF5', mime: 'application/x-hdf5', puid: 'fmt/287', extensions: ['h5', 'hdf5', 'hdf', 'nc', 'he5'] },
  { id: 'hdf4', name: 'HDF4', mime: 'application/x-hdf', puid: 'fmt/286', extensions: ['hdf', 'hdf4'] },
  { id: 'netcdf', name: 'NetCDF classic', mime: 'application/x-netcdf', puid: 'fmt/282', extensions: ['nc', 'cdf', 'grd'] },
  { id: 'gdal-vrt', name: 'GDAL virtual raster', mime: 'application/xml', extensions: ['vrt', 'ovr', 'xml'], reader: async () => (await import('../xml/read.ts')).readXml },
  { id: 'esri-ascii-grid', name: 'ESRI ASCII grid', mime: 'text/x-esri-grid', extensions: ['asc', 'grd', 'txt'] },
  { id: 'er-mapper', name: 'ER Mapper header', mime: 'text/x-er-mapper', extensions: ['ers'] },
  { id: 'bsb', name: 'BSB nautical chart', mime: 'application/x-bsb', extensions: ['kap', 'bsb'] },
];
