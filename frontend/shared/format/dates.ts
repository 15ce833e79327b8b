import type { Language } from '@geoarchive/domain/text.ts';

const locale = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;
const zone = 'Asia/Shanghai';
const dayOnly = /^\d{4}-\d{2}-\d{2}$/;

const instant = (text: string): Date => new Date(dayOnly.test(text) ? `${text}T00:00:00+08:00` : text);

const written = (text: string, language: Language, options: Intl.DateTimeFormatOptions): string => {
  const date = instant(text);
  if (Number.isNaN(date.getTime())) return text;
  return new Intl.DateTimeFormat(locale[language], { ...options, timeZone: zone }).format(date);
};

/** A day or instant as a day in China; text that is no date comes back as it is. */
export const formatDay = (text: string, language: Language): string =>
  written(text, language, {
    year: 'numeric',
    month: language === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
  });

/** An instant as date and time in China. */
export const formatTime = (text: string, language: Language): string =>
  written(text, language, {
    year: 'numeric',
    month: language === 'zh' ? '2-digit' : 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
