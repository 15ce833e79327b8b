import { buildZip, type ZipFile } from '@geoarchive/formats/testing/build-zip.ts';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
type Parts = {
  rows?: string;
  strings?: string;
  styles?: string;
  kind?: string;
  epoch1904?: boolean;
  /** What the directory says of the sheet's part. */
  sheet?: ZipFile['say'];
};

/** A workbook as other programs write it, by hand: its rows are XML. */
export const minimal = (parts: Parts = {}): Buffer => {
  const { rows = '', strings, styles, kind = `${main}.sheet.main+xml`, epoch1904 = false, sheet } = parts;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/>`;
  return buildZip([
    {
      name: '[Content_Types].xml',
      data: `<Types><Override PartName="/xl/workbook.xml" ContentType="${kind}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('r1', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook><workbookPr${epoch1904 ? ' date1904="1"' : ''}/><sheets><sheet name="藏" state="hidden" r:id="r9"/><sheet name="表" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', '../xl/styles.xml')}</Relationships>`,
    },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', data: `<styleSheet>${styles}</styleSheet>` }]),
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ...(sheet === undefined ? {} : { say: sheet }),
    },
  ]);
};
