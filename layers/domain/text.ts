/** A text in the two languages of the system; Chinese is the original. */
export type Bilingual = { zh: string; en: string };
export type Language = keyof Bilingual;
