import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';

const label = Buffer.from('   1V1.00RECORD08192钻井'.padEnd(76, ' ').slice(0, 78));
const unit = Buffer.concat([label, Buffer.alloc(80, 0x20)]).subarray(0, 80);

function record(segments: [number, number][], { length = 0, mark = 0xff } = {}): Buffer {
  const parts = segments.map(([size, attributes]) => {
    const segment = Buffer.alloc(size);
    segment.writeUInt16BE(size, 0);
    segment[2] = attributes;
    return segment;
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(length || body.length + 4, 0);
  head.set([mark, 1], 2);
  return Buffer.concat([head, body]);
}

test('records of a storage unit', async () => {
  const file = Buffer.concat([
    unit,
    record([[16, 0x20]]),
    record([
      [20, 0x40],
      [16, 0],
    ]),
  ]);
  expect(await look('a.dlis', file)).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'dlis' },
    metadata: { version: 'V1.00', records: 2 },
  });
});

test.each([
  ['cut record', record([[16, 0]], { length: 500 }), 'e:truncated'],
  ['no record', record([[16, 0]], { mark: 7 }), 'e:damaged-structure'],
  [
    'short segment',
    record([
      [16, 0],
      [8, 0],
    ]),
    'e:damaged-structure',
  ],
  ['a successor without a first', record([[16, 0x40]]), 'e:damaged-structure'],
  ['a first without a successor', record([[16, 0x20]]), 'e:truncated'],
])('%s', async (_, part, code) => {
  expect(codes(await look('a.dlis', Buffer.concat([unit, part])))).toEqual([code]);
});
