import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileSource } from '@geoarchive/formats/sources.ts';
import { openBook } from '@geoarchive/sheets/open.ts';
import { readSheet } from '@geoarchive/sheets/read-sheet.ts';
import { type FileKind, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { Reader, ZipReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import { table, tableRows } from './sheets-table.ts';

const read = async (file: string): Promise<number> => {
  let rows = 0;
  for await (const { kind } of (await readSheet(table, await openBook(fileSource(file)))).rows)
    if (kind === 'values') rows += 1;
  return rows;
};
/** The cells only, without headings, types and checks. */
const raw = async (file: string): Promise<number> => {
  let rows = 0;
  for await (const _ of (await openBook(fileSource(file))).rows()) rows += 1;
  return rows - 1;
};
const write = async (file: string, kind: FileKind, rows: number): Promise<number> => {
  await pipeline(writeSheet(table, tableRows(rows), kind, 'zh'), createWriteStream(file));
  return rows;
};

/** A workbook whose texts do not pack, 210 bytes a row: of a million rows some 240 MB. */
const large = async (file: string, rows: number): Promise<number> => {
  const unpackable = function* () {
    for (const row of tableRows(rows)) yield { ...row, project: randomBytes(210).toString('base64') };
  };
  await pipeline(writeSheet(table, unpackable(), 'xlsx', 'zh'), createWriteStream(file));
  return rows;
};

/** Papaparse alone on the file, as its own documentation has it for streams. */
const papaparse = async (file: string): Promise<number> => {
  let rows = 0;
  for await (const _ of createReadStream(file).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}))) rows += 1;
  return rows - 1;
};
/** Unpacking and a SAX parser alone: what reading a workbook takes at least with them. */
const unzipAndSax = async (file: string): Promise<number> => {
  const source = fileSource(file);
  const reader = Object.assign(new Reader(source), { size: source.size, readUint8Array: source.read });
  const entries = await new ZipReader(reader).getEntries();
  let rows = 0;
  for (const entry of entries) {
    if (entry.directory || !/(sheet1|sharedStrings)\.xml$/.test(entry.filename)) continue;
    const parser = new SaxesParser();
    const decoder = new TextDecoder();
    parser.on('opentag', ({ name }) => {
      if (name === 'row') rows += 1;
    });
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const unpacked = entry.getData(writable);
    for await (const bytes of readable) parser.write(decoder.decode(bytes, { stream: true }));
    await unpacked;
  }
  return rows - 1;
};

const streamOf = (pieces: Iterable<string>) => {
  const [left, encoder] = [pieces[Symbol.iterator](), new TextEncoder()];
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = left.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
};

/** A workbook as Excel writes it: every text in the shared table, a million of them different. */
const shared = async (file: string, rows: number): Promise<number> => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const saved = pipeline(readable, createWriteStream(file));
  const zip = new ZipWriter(writable);
  const part = (name: string, pieces: Iterable<string>) => zip.add(name, streamOf(pieces));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`;
  const spread = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  await part('[Content_Types].xml', [`<Types><Override PartName="/x.xml" ContentType="${spread}"/></Types>`]);
  await part('_rels/.rels', [`<R>${relation('r1', 'officeDocument', 'x.xml')}</R>`]);
  await part('x.xml', ['<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>']);
  await part('_rels/x.xml.rels', [
    `<R>${relation('r1', 'worksheet', 'sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}</R>`,
  ]);
  await part(
    'sharedStrings.xml',
    (function* () {
      yield '<sst><si><t>孔号</t></si><si><t>项目</t></si>';
      for (let n = 0; n < rows; n++)
        yield `<si><t>ZK${n}号钻孔</t></si><si><t>某矿区第${n % 5000}号勘查项目</t></si>`;
      yield '</sst>';
    })(),
  );
  await part(
    'sheet1.xml',
    (function* () {
      yield '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>';
      for (let n = 0; n < rows; n++)
        yield `<row r="${n + 2}"><c r="A${n + 2}" t="s"><v>${2 * n + 2}</v></c><c r="B${n + 2}" t="s"><v>${2 * n + 3}</v></c></row>`;
      yield '</sheetData></worksheet>';
    })(),
  );
  await zip.close();
  await saved;
  return rows;
};

/** One piece of work in this process, told with what it took: rows, processor seconds, seconds, peak memory above the start. */
const works: Readonly<Record<string, (file: string, rows: number) => Promise<number>>> = {
  'write-csv': (file, rows) => write(file, 'csv', rows),
  'write-xlsx': (file, rows) => write(file, 'xlsx', rows),
  'write-shared': shared,
  'write-large': large,
  read,
  raw,
  papaparse,
  'unzip-and-sax': unzipAndSax,
};

const [name = '', file = '', rows = '0'] = process.argv.slice(2);
const work = works[name];
if (work === undefined) throw new Error(`No work ${name}`);
let peak = 0;
const before = process.memoryUsage().rss;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);
const [cpu, start] = [process.cpuUsage(), performance.now()];
const done = await work(file, Number(rows));
const used = process.cpuUsage(cpu);
clearInterval(watch);
process.send?.({
  rows: done,
  processor: (used.user + used.system) / 1e6,
  seconds: (performance.now() - start) / 1000,
  megabytes: (Math.max(peak, process.memoryUsage().rss) - before) / 1e6,
});
process.disconnect?.();
