import { dayOf } from '@geoarchive/domain/dates.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Fonts } from './fonts.ts';
import { spellEach } from './glyphs.ts';
import { type Pen, type Printing, penFor } from './paper.ts';
import { closing } from './parts.ts';
import { pdfOf, stylesFor } from './pdf.ts';
import { certificate } from './templates/certificate.ts';
import { chasePaper } from './templates/chase.ts';
import { correctionNotice } from './templates/correction-notice.ts';
import { noDataReceipt } from './templates/no-data-receipt.ts';
import { receipt } from './templates/receipt.ts';
import { useReceipt } from './templates/use-receipt.ts';
import { words } from './words.ts';

const templateOf = ({ document: { says } }: Printing, pen: Pen): Content[] => {
  if (says.kind === 'receipt') return receipt(says, pen);
  if (says.kind === 'certificate') return certificate(says, pen);
  if (says.kind === 'no-data-receipt') return noDataReceipt(says, pen);
  if (says.kind === 'use-receipt') return useReceipt(says, pen);
  if (says.kind === 'correction-notice') return correctionNotice(says, pen);
  return chasePaper(says, pen);
};

/** What the QR code holds: the address that checks the paper, or its number and code where the portal's address is unknown. */
export const qrText = (of: { number: string; code: string }, portal: string | undefined): string =>
  portal === undefined
    ? `GEOARCHIVE ${of.number} ${of.code}`
    : `${portal.replace(/\/$/, '')}/verify?${new URLSearchParams({ number: of.number, code: of.code })}`;

/** A word across each page, in the way of nothing. */
const across = (mark: Bilingual | undefined, { say }: Pen) =>
  mark && { watermark: { text: say(mark), color: '#c0392b', opacity: 0.12, bold: true, angle: -40 } };

const pagesOf = (
  of: Printing,
  pen: Pen,
  someMissing: boolean,
): Pick<TDocumentDefinitions, 'header' | 'footer'> => {
  const { say, sized } = pen;
  return {
    header: {
      margin: [sized(56), sized(30), sized(56), 0],
      columns: [
        { text: say(of.nodeName), style: 'hint' },
        { text: of.document.number, style: 'hint', alignment: 'right' },
      ],
    },
    footer: (page, pages) => ({
      margin: [sized(56), sized(18), sized(56), 0],
      columns: [
        { text: someMissing ? say(words.missing) : '', style: 'hint', width: '*' },
        {
          text: say(words.page).replace('{page}', String(page)).replace('{pages}', String(pages)),
          style: 'hint',
          alignment: 'right',
          width: sized(110),
        },
      ],
    }),
  };
};

const definition = (of: Printing, someMissing: boolean): TDocumentDefinitions => {
  const pen = penFor(of);
  const { say, sized } = pen;
  const { number, code, issuedAt, kind, says } = of.document;
  const title = say(documentKinds[kind].name);
  const issued = new Date(issuedAt);
  return {
    pageSize: of.size,
    pageMargins: [sized(56), sized(60), sized(56), sized(60)],
    info: { title: `${title} ${number}`, author: of.nodeName.zh, creationDate: issued },
    language: of.language === 'zh' ? 'zh-CN' : 'en',
    subset: 'PDF/A-2b',
    version: '1.7',
    ...across(of.void ? words.void : of.sample === true ? words.sample : undefined, pen),
    ...pagesOf(of, pen, someMissing),
    content: [
      { text: title, style: 'title' },
      { text: `${say(words.number)}  ${number}`, alignment: 'center', margin: [0, 0, 0, sized(14)] },
      ...templateOf(of, pen),
      closing(
        {
          qr: qrText(of.document, of.portal),
          number,
          code,
          issuer: say(of.nodeName),
          by: 'issuedBy' in says ? says.issuedBy : '',
          date: pen.day(dayOf(issued)),
        },
        pen,
      ),
    ],
    defaultStyle: { font: 'Noto', fontSize: sized(10.5), lineHeight: 1.25, color: '#1a1a1a' },
    styles: stylesFor(pen),
  };
};

export type Printed = {
  pdf: Uint8Array;
  /** Characters that no font of ours has: printed by their Unicode number. */
  missing: string[];
};

/**
 * Prints a paper as PDF/A-2b with embedded, subset fonts. The same paper printed the same way gives the same bytes: dates come
 * from the paper, nothing from the moment.
 */
export const renderDocument = async (of: Printing, fonts: Fonts): Promise<Printed> => {
  const missing = new Set<string>();
  const says = spellEach(of.document.says, fonts.has, missing);
  const nodeName = spellEach(of.nodeName, fonts.has, missing);
  const spelt = { ...of, nodeName, document: { ...of.document, says } };
  const pdf = await pdfOf(definition(spelt, missing.size > 0), fonts);
  return { pdf, missing: [...missing] };
};
