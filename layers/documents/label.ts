import type { Fonts } from './fonts.ts';
import { spellMissing } from './glyphs.ts';
import { pdfOf } from './pdf.ts';

export type Label = {
  number: string;
  mark: string;
  title: string;
  borrower: string;
  unit?: string | undefined;
  due: string;
};

/** Points of a millimetre. */
const mm = 72 / 25.4;
const longestTitle = 60;

/** A label (借阅标签) of 80 × 50 mm to be stuck on what is lent: its number as QR and in words, what it is, who has it, until when. */
export const renderLabel = (of: Label, fonts: Fonts): Promise<Uint8Array> => {
  const say = (text: string): string => spellMissing(text, fonts.has, new Set());
  const title = of.title.length > longestTitle ? `${of.title.slice(0, longestTitle)}…` : of.title;
  const who = [of.borrower, of.unit].filter((part) => part !== undefined && part !== '').join(' · ');
  return pdfOf(
    {
      pageSize: { width: 80 * mm, height: 50 * mm },
      pageMargins: [3 * mm, 3 * mm, 3 * mm, 3 * mm],
      content: [
        {
          columns: [
            {
              width: '*',
              stack: [
                { text: say(of.mark), fontSize: 13, bold: true },
                { text: say(title), fontSize: 7.5, margin: [0, 3, 4, 3] },
              ],
            },
            { width: 22 * mm, qr: `GEOARCHIVE ${of.number}`, fit: 22 * mm },
          ],
        },
        { text: of.number, fontSize: 8, bold: true },
        { text: say(`借阅人 ${who}`), fontSize: 7.5 },
        { text: `归还日期 ${of.due}`, fontSize: 10, bold: true, margin: [0, 2, 0, 0] },
      ],
      defaultStyle: { font: 'Noto', lineHeight: 1.1 },
    },
    fonts,
  );
};
