import { configure, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import { passage } from '../passage.ts';
import { stampProperty } from '../stamp.ts';
import { escaped } from './escape.ts';
import { stylesXml } from './styles.ts';
import { type Worksheet, worksheetXml } from './worksheet.ts';

configure({ useWebWorkers: false });

type Part = { name: string; text: Iterable<string> | AsyncIterable<string> };
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const schemas = 'http://schemas.openxmlformats.org';
const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${schemas}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (...all: string[]): string =>
  `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">${all.join('')}</Relationships>`;
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const override = (part: string, type: string): string =>
  `<Override PartName="/${part}" ContentType="${type}"/>`;

const contentTypes = (count: number): string =>
  [
    `${declaration}<Types xmlns="${schemas}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${main}.sheet.main+xml`),
    override('xl/styles.xml', `${main}.styles+xml`),
    override('docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'),
    ...Array.from({ length: count }, (_, at) =>
      override(`xl/worksheets/sheet${at + 1}.xml`, `${main}.worksheet+xml`),
    ),
    '</Types>',
  ].join('');

/** A name as programs take it: at most 31 characters, none of `[]:*?/\`. */
const sheetName = (name: string): string =>
  escaped([...name.replace(/[[\]:*?/\\]/g, ' ')].slice(0, 31).join(''));

const workbookXml = (sheets: readonly Worksheet[]): string =>
  [
    `${declaration}<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${schemas}/officeDocument/2006/relationships"><sheets>`,
    ...sheets.map(
      ({ name, hidden }, at) =>
        `<sheet name="${sheetName(name)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    ),
    '</sheets></workbook>',
  ].join('');

const customXml = (stamp: string): string =>
  `${declaration}<Properties xmlns="${schemas}/officeDocument/2006/custom-properties" xmlns:vt="${schemas}/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${stampProperty}"><vt:lpwstr>${escaped(stamp)}</vt:lpwstr></property></Properties>`;

const partsOf = (sheets: readonly Worksheet[], stamp: string): Part[] => {
  const worksheets = sheets.map((_, at) => relation(at + 1, 'worksheet', `worksheets/sheet${at + 1}.xml`));
  return [
    { name: '[Content_Types].xml', text: [contentTypes(sheets.length)] },
    {
      name: '_rels/.rels',
      text: [
        relations(
          relation(1, 'officeDocument', 'xl/workbook.xml'),
          relation(2, 'custom-properties', 'docProps/custom.xml'),
        ),
      ],
    },
    { name: 'docProps/custom.xml', text: [customXml(stamp)] },
    { name: 'xl/workbook.xml', text: [workbookXml(sheets)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: [relations(...worksheets, relation(sheets.length + 1, 'styles', 'styles.xml'))],
    },
    { name: 'xl/styles.xml', text: [stylesXml] },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: worksheetXml(sheet) })),
  ];
};

/** The text as a stream of bytes that is made no faster than it is taken. */
const streamOf = (text: Part['text']): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  const pieces = (async function* () {
    yield* text;
  })();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
};

/**
 * A workbook by chunks, in memory that does not grow with its rows. `stamp` says what sheet it is (`stampOf`). The same rows give the
 * same bytes: no time of writing is in it.
 */
export async function* writeWorkbook(
  sheets: readonly Worksheet[],
  stamp: string,
): AsyncGenerator<Uint8Array> {
  const { readable, writable, fail } = passage();
  const zip = new ZipWriter(writable, {
    lastModDate: new Date(2000, 0, 1),
    extendedTimestamp: false,
    level: 6,
  });
  const writing = (async () => {
    for (const { name, text } of partsOf(sheets, stamp)) await zip.add(name, streamOf(text));
    await zip.close();
  })();
  // What stops the writing stops the reader too; without this it would wait for ever.
  writing.catch(fail);
  yield* readable;
  await writing;
}
