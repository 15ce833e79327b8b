import type { IssuedDocument } from '@geoarchive/contract/documents.ts';
import type { PaperSize } from '@geoarchive/domain/documents.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';

/** A paper to print: what was issued, whether it still holds, and how it is wanted. */
export type Printing = {
  document: IssuedDocument;
  void: boolean;
  /** A sample says so across the page. */
  sample?: boolean;
  language: Language;
  size: PaperSize;
  /** Name of the node that issued it. */
  nodeName: Bilingual;
  /** Address of the portal, for the QR code; without it the code holds number and check code only. */
  portal?: string | undefined;
};

/** What a template works with: texts in the print's language, numbers and times as people read them. */
export type Pen = {
  say: (text: Bilingual) => string;
  /** A length in points on A4 as it is on this paper: A3 is the same form, larger. */
  sized: (points: number) => number;
  count: (value: number) => string;
  bytes: (value: number) => string;
  /** Date and time of day in Beijing. */
  time: (instant: string) => string;
  day: (day: string) => string;
};

const localeOf = { zh: 'zh-CN', en: 'en-GB' } as const;
const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];

/** Bytes in powers of 1024, and exactly where that is not the same. */
const bytesOf = (value: number, locale: string): string => {
  const power = value < 1 ? 0 : Math.min(Math.floor(Math.log2(value) / 10), units.length - 1);
  const exact = new Intl.NumberFormat(locale).format(value);
  if (power === 0) return `${exact} B`;
  const rounded = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value / 1024 ** power);
  return `${rounded} ${units[power]} (${exact} B)`;
};

export const penFor = ({ language, size }: Pick<Printing, 'language' | 'size'>): Pen => {
  const scale = size === 'A3' ? Math.SQRT2 : 1;
  const locale = localeOf[language];
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Asia/Shanghai' });
  const times = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
  });
  const beijing = language === 'zh' ? '（北京时间）' : ' (Beijing time)';
  return {
    say: (text) => text[language],
    sized: (points) => points * scale,
    count: (value) => new Intl.NumberFormat(locale).format(value),
    bytes: (value) => bytesOf(value, locale),
    time: (instant) => `${times.format(new Date(instant))}${beijing}`,
    day: (day) => dates.format(new Date(`${day}T12:00:00+08:00`)),
  };
};
