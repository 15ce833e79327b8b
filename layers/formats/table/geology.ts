import type { Format } from '../core/format.ts';

/** Well logs, seismic and boreholes. */
export const geologyFormats: readonly Format[] = [
  {
    id: 'las',
    name: 'LAS well log (CWLS)',
    mime: 'text/x-las',
    extensions: ['las'],
    reader: async () => (await import('../las/read.ts')).readLas,
  },
  {
    id: 'segy',
    name: 'SEG-Y',
    mime: 'application/x-segy',
    extensions: ['sgy', 'segy'],
    reader: async () => (await import('../segy/read.ts')).readSegy,
  },
  {
    id: 'dlis',
    name: 'DLIS (API RP 66)',
    mime: 'application/x-dlis',
    extensions: ['dlis', 'dlf', 'tif'],
    reader: async () => (await import('../dlis/read.ts')).readDlis,
  },
  {
    id: 'lis',
    name: 'LIS 79',
    mime: 'application/x-lis',
    extensions: ['lis', 'lti', 'tif'],
    reader: async () => (await import('../dlis/lis.ts')).readLis,
  },
  { id: 'seg2', name: 'SEG-2', mime: 'application/x-seg2', extensions: ['sg2', 'seg2', 'dat'] },
  {
    id: 'ags',
    name: 'AGS ground investigation data',
    mime: 'text/x-ags',
    extensions: ['ags'],
    reader: async () => (await import('../ags/read.ts')).readAgs,
  },
  { id: 'lidar', name: 'ASPRS LAS point cloud', mime: 'application/vnd.las', extensions: ['las', 'laz'] },
  { id: 'surfer-grid', name: 'Surfer grid', mime: 'application/x-surfer-grid', extensions: ['grd'] },
  {
    id: 'witsml',
    name: 'WITSML',
    mime: 'application/x-witsml+xml',
    extensions: ['xml'],
    reader: async () => (await import('../xml/read.ts')).readXml,
  },
];
