/** How a cell may look, in the order of the style table below. */
export const looks = [
  'plain',
  'date',
  'text',
  'quoted',
  'header',
  'required',
  'example',
  'exampleDate',
  'wrong',
  'wrongDate',
  'note',
  'title',
] as const;
export type Look = (typeof looks)[number];
export const styleOf = (look: Look): number => looks.indexOf(look);

const [general, textFormat, dateFormat] = [0, 49, 164];
const [plainFont, boldFont, softFont, titleFont] = [0, 1, 2, 3];
const [noFill, headerFill, requiredFill, wrongFill] = [0, 2, 3, 4];
const xf = (format: number, font: number, fill: number, more = '', inside = ''): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"${more}${inside === '' ? '/>' : `>${inside}</xf>`}`;
const wrap = '<alignment vertical="top" wrapText="1"/>';
const xfs: Readonly<Record<Look, string>> = {
  plain: xf(general, plainFont, noFill),
  date: xf(dateFormat, plainFont, noFill),
  text: xf(textFormat, plainFont, noFill),
  // A program that saves this as CSV or lets it be edited keeps it a text: nothing in it is run.
  quoted: xf(textFormat, plainFont, noFill, ' quotePrefix="1"'),
  header: xf(textFormat, boldFont, headerFill),
  required: xf(textFormat, boldFont, requiredFill),
  example: xf(textFormat, softFont, noFill),
  exampleDate: xf(dateFormat, softFont, noFill),
  wrong: xf(textFormat, plainFont, wrongFill),
  wrongDate: xf(dateFormat, plainFont, wrongFill),
  note: xf(general, plainFont, noFill, ' applyAlignment="1"', wrap),
  title: xf(general, titleFont, noFill),
};
const font = (size: number, more: string): string =>
  `<font>${more}<sz val="${size}"/>${more.includes('color') ? '' : '<color rgb="FF1F1F1F"/>'}<name val="Microsoft YaHei"/></font>`;
const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;

/** The one table of styles of every workbook that is written. */
export const stylesXml = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
  `<fonts count="4">${font(11, '')}${font(11, '<b/>')}<font><i/><sz val="11"/><color rgb="FF7F7F7F"/><name val="Microsoft YaHei"/></font>${font(14, '<b/>')}</fonts>`,
  '<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  `${fill('FFE7EDF5')}${fill('FFFFF2CC')}${fill('FFFFC7CE')}</fills>`,
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${looks.length}">${looks.map((look) => xfs[look]).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');
