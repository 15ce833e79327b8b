import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from './bundle.ts';

/** Folder of one bundle on the disk that travels: its running number, then its id. */
export type Place = { sequence: number; bundleId: string; folder: string };

export const placeName = (sequence: number, bundleId: string): string =>
  `${String(sequence).padStart(9, '0')}-${bundleId}`;

/** The complete bundles on a disk, in the order of their numbers; none when there is no such folder. */
export const placesIn = async (disk: string): Promise<Place[]> => {
  const names = await readdir(disk).catch(() => []);
  return names.sort().flatMap((name) => {
    const [, number, bundleId] = /^(\d{9})-([0-9A-Z]{26})$/.exec(name) ?? [];
    if (number === undefined || bundleId === undefined) return [];
    return [{ sequence: Number(number), bundleId, folder: join(disk, name) }];
  });
};

/** A bundle's folder, read by the keys of the inbox bucket. */
export const folderSource = (folder: string): Source => ({
  read: (key) => readFile(fileIn(folder, key)).catch(() => undefined),
});
/** `bundles/ID/files/000001` lies as `files/000001` in the bundle's folder. */
export const fileIn = (folder: string, key: string): string => join(folder, ...key.split('/').slice(2));

/** Throws unless the numbers go on from `last` one by one; a number may come twice (a bundle sent again after a crash). */
export const checkUnbroken = (last: number, places: readonly { sequence: number }[]): void => {
  let expected = last + 1;
  for (const { sequence } of places) {
    if (sequence > expected)
      throw new Error(`Bundle ${expected} is missing: the next one here is ${sequence}`);
    expected = Math.max(expected, sequence + 1);
  }
};
