import { expect, test } from '@jest/globals';
import type { DossierFile } from '../../dossier/DossierFiles.tsx';
import { mediaOf, photosIn } from './photos-in.ts';

const fileOf = (no: number, path: string): DossierFile => ({
  ...{ no, path, size: 10, sha256: 'a'.repeat(64), secrecy: 'internal', released: false, proposed: false },
});
const find = photosIn([
  fileOf(1, '照片/ZK1/箱1.JPG'),
  fileOf(2, '照片/ZK1/box.png'),
  fileOf(3, '照片/ZK2/box.png'),
  fileOf(4, '照片/scan.tif'),
  fileOf(5, 'box1.jpg.txt'),
]);

test.each([
  ['箱1.jpg', 1],
  ['照片/ZK1/箱1.jpg', 1],
  ['照片\\ZK2\\BOX.PNG', 3],
  // Another folder than that of the dossier, but the only picture of its name.
  ['D:\\岩心\\箱1.jpg', 1],
  // Two have the name: which is meant is not known.
  ['box.png', undefined],
  ['scan.tif', undefined],
  ['box1.jpg.txt', undefined],
  ['nowhere.jpg', undefined],
  ['', undefined],
])('%s', (said, no) => {
  expect(find(said)?.no).toBe(no);
});
test('the media type follows the ending', () => {
  expect([mediaOf('a.JPEG'), mediaOf('a.webp'), mediaOf('a')]).toEqual([
    'image/jpeg',
    'image/webp',
    undefined,
  ]);
});
