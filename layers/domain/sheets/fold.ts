/** The text with full-width digits, letters and signs as ASCII ones (Unicode NFKC), without blanks around it. */
export const narrow = (text: string): string => text.normalize('NFKC').trim();

/** What headings and code labels are compared by: width, case, blanks, hyphens and the mark of a required column do not count. */
export const folded = (text: string): string =>
  narrow(text)
    .toLowerCase()
    .replace(/[\s*_:-]/g, '');
