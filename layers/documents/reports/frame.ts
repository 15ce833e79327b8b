import type { Json } from '@geoarchive/domain/canonical.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import type { Content } from 'pdfmake/interfaces.js';
import type { Fonts } from '../fonts.ts';
import { spellEach } from '../glyphs.ts';
import { type Pen, penFor } from '../paper.ts';
import { pdfOf, stylesFor } from '../pdf.ts';
import { words } from '../words.ts';

/** A heading that is kept with what stands under it. */
export const heading = (text: string): Content => ({ text, style: 'heading', headlineLevel: 1 });

export const asOf = (text: Bilingual, at: string, pen: Pen): Content => ({
  text: `${pen.say(text)}${pen.say({ zh: '截至 ', en: ' As of ' })}${pen.time(at)}`,
  style: 'hint',
  margin: [0, 0, 0, pen.sized(4)],
});

/**
 * A report to take along: A4 across, fonts embedded, pages numbered. The same facts give the same bytes. It is no paper of the authority:
 * it has no number and no seal.
 */
export const reportPdf = <T extends Json>(
  facts: T,
  of: {
    title: Bilingual;
    /** The instant its facts are of. */
    asOf: string;
    content: (facts: T, pen: Pen) => Content[];
  },
  language: Language,
  fonts: Fonts,
): Promise<Uint8Array> => {
  const pen = penFor({ language, size: 'A4' });
  const missing = new Set<string>();
  const spelt = spellEach(facts, fonts.has, missing);
  const { say, sized } = pen;
  return pdfOf(
    {
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [sized(40), sized(44), sized(40), sized(44)],
      info: { title: say(of.title), creationDate: new Date(of.asOf) },
      language: language === 'zh' ? 'zh-CN' : 'en',
      subset: 'PDF/A-2b',
      version: '1.7',
      footer: (page, pages) => ({
        margin: [sized(40), sized(14), sized(40), 0],
        columns: [
          { text: missing.size > 0 ? say(words.missing) : '', style: 'hint', width: '*' },
          {
            text: say(words.page).replace('{page}', String(page)).replace('{pages}', String(pages)),
            style: 'hint',
            alignment: 'right',
            width: sized(110),
          },
        ],
      }),
      // A heading, or one with its as-of, that no table follows on its page goes to the next.
      pageBreakBefore: ({ headlineLevel }, { getFollowingNodesOnPage }) =>
        headlineLevel === 1 && getFollowingNodesOnPage().length < 6,
      content: of.content(spelt, pen),
      defaultStyle: { font: 'Noto', fontSize: sized(10), lineHeight: 1.2, color: '#1a1a1a' },
      styles: stylesFor(pen),
    },
    fonts,
  );
};
