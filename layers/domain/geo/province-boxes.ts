import type { LonLat } from './gauss-kruger.ts';

/** West, south, east, north of each province in degrees, rounded outwards: to find a place that cannot be right, no boundary. */
const boxes: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '11': [115.2, 39.3, 117.7, 41.2],
  '12': [116.5, 38.3, 118.3, 40.4],
  '13': [113.2, 35.9, 120, 42.8],
  '14': [110, 34.4, 114.8, 40.9],
  '15': [97, 37.2, 126.3, 53.5],
  '21': [118.6, 38, 126, 43.7],
  '22': [121.4, 40.6, 131.6, 46.5],
  '23': [121, 43.2, 135.4, 53.8],
  '31': [120.7, 30.5, 122.8, 32],
  '32': [116.1, 30.5, 122.5, 35.4],
  '33': [117.8, 26.8, 123.8, 31.4],
  '34': [114.6, 29.2, 119.9, 34.9],
  '35': [115.6, 23, 121.2, 28.5],
  '36': [113.3, 24.2, 118.7, 30.3],
  '37': [114.5, 34.1, 123.2, 38.9],
  '41': [110.1, 31.2, 116.9, 36.6],
  '42': [108.1, 28.8, 116.4, 33.5],
  '43': [108.5, 24.4, 114.5, 30.4],
  '44': [109.4, 20, 117.6, 25.7],
  '45': [104.2, 20.2, 112.3, 26.6],
  '46': [107, 3, 118.5, 20.6],
  '50': [105, 27.9, 110.4, 32.4],
  '51': [97.1, 25.8, 108.8, 34.5],
  '52': [103.4, 24.4, 109.8, 29.4],
  '53': [97.3, 20.9, 106.4, 29.5],
  '54': [78.1, 26.6, 99.3, 36.7],
  '61': [105.2, 31.5, 111.5, 39.8],
  '62': [92, 32.3, 109, 43],
  '63': [89.2, 31.3, 103.3, 39.5],
  '64': [104, 35, 107.9, 39.6],
  '65': [73.2, 34.1, 96.7, 49.4],
  '71': [116.5, 20.5, 124.8, 26.6],
  '81': [113.7, 22, 114.6, 22.7],
  '82': [113.4, 22, 113.7, 22.3],
};

/** Whether a place can be in a region (six digits of GB/T 2260, told by its province); undefined for codes that are not known. */
export const mayBeIn = (region: string, { longitude, latitude }: LonLat): boolean | undefined => {
  const box = boxes[region.slice(0, 2)];
  if (box === undefined) return undefined;
  const [west, south, east, north] = box;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
};
