import { expect, test } from '@jest/globals';
import { bytes } from '../testing/build.ts';
import { codes, look } from '../testing/look.ts';

const FREE = 0xffffffff;
const CHAIN_END = 0xfffffffe;

function directoryEntry(name: string, kind: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name.length * 2 + 2, 64);
  entry[66] = kind;
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** A compound file: sector 0 its table, 1 the directory, from 2 on one stream of 4096 bytes after the other. */
function compound(streams: [string, Buffer][], table?: (entries: number[]) => void): Buffer {
  const entries = Array.from({ length: 128 }, () => FREE);
  entries[0] = 0xfffffffd;
  entries[1] = CHAIN_END;
  const listed = [directoryEntry('Root Entry', 5, CHAIN_END, 0)];
  const data = streams.map(([name, content], index) => {
    const first = 2 + index * 8;
    for (let i = 0; i < 8; i++) entries[first + i] = i === 7 ? CHAIN_END : first + i + 1;
    listed.push(directoryEntry(name, 2, first, 4096));
    return Buffer.concat([content, Buffer.alloc(4096 - content.length)]);
  });
  table?.(entries);
  const head = Buffer.alloc(512, 0xff);
  head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(CHAIN_END, 60);
  head.writeUInt32LE(CHAIN_END, 68);
  head.writeUInt32LE(0, 76);
  const directory = Buffer.concat([...listed, Buffer.alloc(512)]).subarray(0, 512);
  return Buffer.concat([head, bytes({ u32: entries }), directory, ...data]);
}

/** A property set with a title and an author in GBK. */
function summary(): Buffer {
  const title = Buffer.from('bfd8b2fa00', 'hex');
  const string = (text: Buffer) =>
    bytes({ u32: [30, text.length] }, text, Buffer.alloc((4 - (text.length % 4)) % 4));
  const values = [bytes({ u32: [2, 936] }), string(title), string(Buffer.from('Li\0'))];
  let at = 8 + 8 * values.length;
  const index = values.map((value, i) => {
    const entry = bytes({ u32: [[1, 2, 4][i] ?? 0, at] });
    at += value.length;
    return entry;
  });
  return bytes(Buffer.alloc(44), { u32: [48] }, bytes({ u32: [at, values.length] }), ...index, ...values);
}

test('a Word document with its title in GBK', async () => {
  const file = compound([
    ['WordDocument', bytes({ u16: [0xa5ec, 0xc1] }, Buffer.alloc(28))],
    ['\u0005SummaryInformation', summary()],
  ]);
  expect(await look('a.doc', file)).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'doc', puid: 'fmt/40' },
    metadata: { title: '控产', author: 'Li' },
  });
});

test('passwords of Word, Excel and Office Open XML are told', async () => {
  const word = Buffer.alloc(32);
  word.writeUInt16LE(0x100, 10);
  expect(codes(await look('a.doc', compound([['WordDocument', word]])))).toEqual(['w:encrypted']);
  const book = bytes({ u16: [0x809, 4, 0, 0, 0x2f, 2, 1] });
  expect(codes(await look('a.xls', compound([['Workbook', book]])))).toEqual(['w:encrypted']);
  const packed = await look('a.docx', compound([['EncryptedPackage', Buffer.alloc(8)]]));
  expect(packed.format).toMatchObject({ id: 'ooxml-encrypted', puid: 'fmt/494' });
});

test('chains in a circle and sectors beyond the end are errors', async () => {
  const circle = compound(
    [
      ['WordDocument', Buffer.alloc(32)],
      ['\u0005SummaryInformation', summary()],
    ],
    (entries) => {
      entries[1] = 1;
    },
  );
  expect(codes(await look('a.doc', circle))).toEqual(['e:unreadable']);
  expect(codes(await look('a.doc', circle.subarray(0, 900)))).toEqual(['e:unreadable']);
});
