import type { Remark } from '@geoarchive/domain/subsurface/remark.ts';
import type { HolesRead } from '@geoarchive/subsurface/read.ts';
import { expect, test } from '@jest/globals';
import { mendedOf } from './mend.ts';

const said = { zh: '', en: '' };
const remark = (hole: string, more: Partial<Remark> = {}): Remark => ({
  ...{ severity: 'warning', code: 'c', file: 'a', hole, message: said, remedy: said },
  ...more,
});
const swap: Remark['mend'] = ({ x, y, ...header }) => ({ ...header, x: y, y: x });

test('what is offered is taken, one after the other; what cannot be mended here stays', () => {
  const read: HolesRead = {
    files: [],
    holes: [
      { header: { hole: 'A', holeType: 'geological', x: 30, y: 110 } },
      { header: { hole: 'B', holeType: 'geological', x: 111, y: 31 } },
    ],
    curves: new Map(),
    remarks: [
      remark('A', { mend: swap }),
      remark('A', { mend: (header) => ({ ...header, crs: '4490' }) }),
      remark('B'),
      remark('C', { mend: swap }),
    ],
  };
  const mended = mendedOf(read);
  expect(mended.holes.map(({ header }) => header)).toEqual([
    { hole: 'A', holeType: 'geological', x: 110, y: 30, crs: '4490' },
    { hole: 'B', holeType: 'geological', x: 111, y: 31 },
  ]);
  expect(mended.remarks.map(({ hole }) => hole)).toEqual(['B', 'C']);
});
