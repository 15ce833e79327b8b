import pdfmake from 'pdfmake';
import type { StyleDictionary, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Fonts } from './fonts.ts';
import type { Pen } from './paper.ts';

/** How titles, headings, hints and the like look in everything that is printed. */
export const stylesFor = ({ sized }: Pen): StyleDictionary => ({
  title: { fontSize: sized(22), bold: true, alignment: 'center', margin: [0, 0, 0, sized(6)] },
  heading: { fontSize: sized(12), bold: true, margin: [0, sized(8), 0, sized(4)] },
  body: { margin: [0, 0, 0, sized(10)], lineHeight: 1.5 },
  label: { fillColor: '#f2f2f2', bold: true },
  small: { fontSize: sized(8.5) },
  hint: { fontSize: sized(8.5), color: '#555555' },
});

/** The file of a layout, with its fonts embedded; nothing is fetched for it. */
export const pdfOf = async (definition: TDocumentDefinitions, fonts: Fonts): Promise<Uint8Array> => {
  pdfmake.setFonts({ Noto: { normal: fonts.normal, bold: fonts.bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.normal || path === fonts.bold);
  return pdfmake.createPdf(definition).getBuffer();
};
