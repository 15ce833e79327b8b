import { buildZip } from '@geoarchive/formats/testing/build-zip.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { gathered, rawRows, readAs, refusal } from './testing/look.ts';
import { holes } from './testing/sample.ts';
import { minimal } from './testing/workbook.ts';
import { writeSheet } from './write-sheet.ts';

const manyRows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  ).join('');

describe('a workbook', () => {
  test('gives texts, numbers, dates, formulas’ values, truth and errors', async () => {
    const rows = await rawRows(
      minimal({
        strings:
          '<si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></si><si><r><t>乙</t></r><r><t xml:space="preserve"> &amp;丙</t></r></si>',
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs>',
        rows: [
          '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="1"><v>46350</v></c><c r="E2" s="2"><v>46350.5</v></c><c r="F2" s="3"><v>0.5</v></c></row>',
          '<row r="4"><c r="A4"><f>1+1</f><v>2</v></c><c r="B4" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#N/A</v></c><c r="E4"><f>NOW()</f></c><c r="F4" t="inlineStr"><is><t>x_x000D_y</t></is></c><c r="G4" t="d"><v>2026-11-24T00:00:00</v></c></row>',
        ].join(''),
      }),
    );
    expect(rows).toEqual([
      { row: 2, cells: ['甲', null, '乙 &丙', { date: '2026-11-24' }, { date: '2026-11-24T12:00:00' }, 0.5] },
      {
        row: 4,
        cells: [2, 'ab', true, { error: '#N/A' }, { error: '#FORMULA' }, 'x\ry', { date: '2026-11-24' }],
      },
    ]);
  });

  test('that counts from 1904, and one whose tags have a prefix, are read as such', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const cell = '<x:row r="1"><x:c r="A1" s="0"><x:v>1</x:v></x:c></x:row>';
    expect(await rawRows(minimal({ styles, rows: cell, epoch1904: true }))).toEqual([
      { row: 1, cells: [{ date: '1904-01-02' }] },
    ]);
  });

  test.each([
    ['macros', minimal({ kind: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' })],
    ['binary-workbook', minimal({ kind: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' })],
    ['not-a-sheet', buildZip([{ name: 'a.txt', data: 'no workbook' }])],
    ['not-a-sheet', Buffer.from('%PDF-1.7')],
    ['not-a-sheet', Buffer.from('<html><table></table></html>')],
    ['old-excel', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)])],
    ['damaged', minimal({ rows: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' })],
    ['damaged', minimal({ rows: '<!DOCTYPE x [<!ENTITY a "aaaa">]>' })],
    ['damaged', minimal({ rows: '<row r="9999999"><c r="A9999999"><v>1</v></c></row>' })],
    [
      'damaged',
      minimal({ rows: '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>' }),
    ],
    ['damaged', minimal({ rows: '<row r="1"><c r="A1"><v>1e</v></c></row>' })],
    ['too-many-columns', minimal({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' })],
    ['empty', Buffer.alloc(0)],
  ])('is refused: %s', async (code, bytes) => {
    expect(await refusal(bytes)).toBe(code);
  });

  test('with a password is told from an old one', async () => {
    const ole = Buffer.alloc(2048);
    ole.write('d0cf11e0a1b11ae1', 'hex');
    ole.writeUInt16LE(9, 30);
    ole.writeUInt32LE(1, 48);
    ole.write('EncryptedPackage', 1024 + 128, 'utf16le');
    expect(await refusal(ole)).toBe('encrypted');
  });

  test('far too many cells of formatting cost nothing; rows beyond the limit are refused', async () => {
    const styled = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/></row><row r="1048576"/>';
    expect(await rawRows(minimal({ rows: styled }))).toEqual([{ row: 1, cells: [1] }]);
    expect(await refusal(minimal({ rows: manyRows(21) }), { rows: 20 })).toBe('too-many-rows');
    expect(await refusal(minimal({ rows: manyRows(20) }), { rows: 20 })).toBe('read');
  });

  test('that would unpack to a bomb is refused by what it promises, and when it breaks its promise', async () => {
    const sheet = `<row r="1"><c r="A1" t="str"><v>${' '.repeat(3_000_000)}</v></c></row>`;
    expect(await refusal(minimal({ rows: sheet, sheet: { size: 2 ** 32 - 2 } }))).toMatch(/bomb|damaged/);
    expect(await refusal(minimal({ rows: sheet, sheet: { size: 300_000_000 } }))).toMatch(/bomb|damaged/);
    expect(await refusal(minimal({ rows: sheet, sheet: { size: 1000 } }))).toMatch(/bomb|damaged/);
    expect(await refusal(minimal({ rows: sheet }), { unpacked: 1_000_000 })).toBe('bomb');
    expect(
      await refusal(minimal({ strings: `<si><t>${'x'.repeat(900)}</t></si>`.repeat(2000) }), {
        strings: 1e6,
      }),
    ).toBe('too-many-strings');
  });

  test('cut off anywhere is refused, never half read', async () => {
    const whole = await gathered(
      writeSheet(
        holes,
        Array.from({ length: 50 }, (_, at) => ({ number: `ZK${at}` })),
        'xlsx',
        'zh',
      ),
    );
    for (let at = 4; at < whole.length - 1; at += 97)
      expect(await refusal(whole.subarray(0, at))).toMatch(/damaged|not-a-sheet/);
  });

  test('with any byte changed never fails otherwise than with a problem', async () => {
    const whole = await gathered(writeSheet(holes, holes.examples, 'xlsx', 'zh'));
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const broken = Uint8Array.from(whole);
        broken[at] = ((whole[at] ?? 0) + by) % 256;
        expect(typeof (await refusal(broken))).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});

describe('a CSV', () => {
  const text = 'number,备注\r\nZK1,"甲,\r\n乙"\r\nZK2,丙\r\n';
  const rows = [
    { row: 1, cells: ['number', '备注'] },
    { row: 2, cells: ['ZK1', '甲,\r\n乙'] },
    { row: 3, cells: ['ZK2', '丙'] },
  ];
  test.each(['utf8', 'gb18030', 'gbk', 'utf16le', 'utf16be'])('in %s is read', async (encoding) => {
    expect(await rawRows(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') }))).toEqual(rows);
  });
  test('in UTF-8 without its mark, in UTF-16 without its mark', async () => {
    expect(await rawRows(text)).toEqual(rows);
    const long = `number,depth\r\n${'ZK1,120.5\r\n'.repeat(20)}`;
    expect(await rawRows(iconv.encode(long, 'utf16le', { addBOM: false }))).toHaveLength(21);
  });
  test.each([';', '\t', ','])('with %j between cells', async (delimiter) => {
    const lines = [`number${delimiter}depth`, `ZK1${delimiter}1`, `ZK2${delimiter}2`];
    for (const end of ['\n', '\r\n', '\r'])
      expect((await rawRows(lines.join(end))).map(({ cells }) => cells[1])).toEqual(['depth', '1', '2']);
    expect((await rawRows(`sep=${delimiter}\n${lines.join('\n')}`))[0]?.cells).toEqual(['number', 'depth']);
  });
  test('whose Chinese begins far down in GBK is read as such', async () => {
    const head = 'number,note\n'.repeat(30_000);
    const read = await rawRows(Buffer.concat([Buffer.from(head), iconv.encode('ZK1,矿区资料汇交\n', 'gbk')]));
    expect(read.at(-1)?.cells[1]).toBe('矿区资料汇交');
  });
  test('that changes its encoding, or is of none, is refused', async () => {
    const mixed = Buffer.concat([Buffer.from('备注\n'.repeat(60_000)), iconv.encode('矿区\n', 'gbk')]);
    expect(await refusal(mixed)).toBe('bad-encoding');
    expect(await refusal(Buffer.from([0x41, 0xe9, 0x2c, 0x20, 0xe9, 0x0a]))).toBe('bad-encoding');
    expect(await refusal(Buffer.from([0x89, 0, 0, 0, 1, 2, 3]))).toBe('not-a-sheet');
  });
  test('with a quotation mark that never closes is refused before memory goes', async () => {
    const open = `number,note\nZK1,"${'x\n'.repeat(200_000)}`;
    expect(await refusal(open, { rowChars: 100_000 })).toBe('row-too-long');
  });
  test('beyond the limits is refused', async () => {
    expect(await refusal('a\n'.repeat(21), { rows: 20 })).toBe('too-many-rows');
    expect(await refusal(`${','.repeat(2000)}\n`)).toBe('too-many-columns');
  });
  test('of any bytes never fails otherwise than with a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(typeof (await refusal(bytes))).toBe('string');
      }),
    );
  });
});

test('a header is never looked for without end', async () => {
  const { header } = await readAs(holes, `${'x,y\n'.repeat(100)}孔号,备注\nZK1,a\n`);
  expect(header.problems).toMatchObject([{ code: 'no-header' }]);
});
