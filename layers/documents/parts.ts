import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js';
import type { Pen } from './paper.ts';
import { words } from './words.ts';

/** A line of a form: its label and what stands there. */
export type Fact = { label: string; value: string };

const grey = '#555555';

/** Thin grey rules all round, as printed forms have them. */
const rules = ({ sized }: Pen, tall: number): CustomTableLayout => ({
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => grey,
  vLineColor: () => grey,
  paddingLeft: () => sized(7),
  paddingRight: () => sized(7),
  paddingTop: () => sized(tall),
  paddingBottom: () => sized(tall),
});

const longRun = /[\u0021-\u2fff]{36}/;

/** Digests, paths and other long texts without blanks would run off the page: they break anywhere, all else between words. */
const cell = (text: string): TableCell => (longRun.test(text) ? { text, wordBreak: 'break-all' } : { text });

/** The form itself: labels on the left, facts on the right. */
export const factTable = (facts: readonly Fact[], pen: Pen): ContentTable => ({
  table: {
    widths: ['24%', '*'],
    body: facts.map(({ label, value }) => [{ text: label, style: 'label' }, cell(value)]),
  },
  layout: rules(pen, 5),
  margin: [0, 0, 0, pen.sized(12)],
});

type Listed = {
  heads: readonly string[];
  /** In points on A4, or `*` for what is left. */
  widths: readonly (number | '*')[];
  rows: readonly (readonly string[])[];
};

/** A table that may run over pages: its head stands on each. */
export const listTable = ({ heads, widths, rows }: Listed, pen: Pen): ContentTable => ({
  table: {
    headerRows: 1,
    widths: widths.map((width) => (width === '*' ? width : pen.sized(width))),
    body: [heads.map((text) => ({ text, style: 'label' })), ...rows.map((row) => row.map(cell))],
  },
  style: 'small',
  layout: rules(pen, 3),
  margin: [0, pen.sized(4), 0, pen.sized(12)],
});

export const heading = (text: string): Content => ({ text, style: 'heading' });
export const paragraph = (text: string): Content => ({ text, style: 'body' });

/** How anybody checks the paper: QR code, number, check code. */
const verification = ({ qr, number, code }: Closing, { say, sized }: Pen): Content[] => [
  { qr, fit: sized(92), eccLevel: 'M' },
  { text: [`${say(words.number)}  `, { text: number, bold: true }], margin: [0, sized(6), 0, 0] },
  { text: [`${say(words.code)}  `, { text: code, bold: true }], margin: [0, sized(2), 0, sized(4)] },
  { text: say(words.how), style: 'hint' },
];

/** Where the seal goes, with who issues it and when. */
const sealPlace = ({ issuer, by, date }: Closing, { say, sized }: Pen): Content[] => {
  const radius = sized(50);
  const middle = sized(110);
  const dash = { length: sized(4), space: sized(3) };
  return [
    {
      canvas: [{ type: 'ellipse', x: middle, y: radius, r1: radius, r2: radius, lineColor: '#9a9a9a', dash }],
    },
    {
      text: say(words.seal),
      style: 'hint',
      alignment: 'center',
      relativePosition: { x: 0, y: -radius - sized(6) },
    },
    { text: issuer, alignment: 'center', bold: true, margin: [0, sized(4), 0, sized(2)] },
    ...(by === '' ? [] : [{ text: by, alignment: 'center' as const }]),
    { text: date, alignment: 'center', margin: [0, sized(2), 0, 0] },
  ];
};

type Closing = { qr: string; number: string; code: string; issuer: string; by: string; date: string };

/** The foot of a paper: how to check it on the left, the seal on the right; never torn apart. */
export const closing = (of: Closing, pen: Pen): Content => ({
  unbreakable: true,
  margin: [0, pen.sized(12), 0, 0],
  columns: [
    { width: '*', stack: verification(of, pen) },
    { width: pen.sized(24), text: '' },
    { width: pen.sized(220), stack: sealPlace(of, pen) },
  ],
});
