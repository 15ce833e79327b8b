import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { createContext, use, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '../format/dates.ts';

export const ChangeLanguage = createContext<(language: Language) => Promise<void>>(async () => {});

/** The language shown, how to change it, and how to write things in it. */
export const useLanguage = () => {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh';
  const change = use(ChangeLanguage);
  const say = useCallback((text: Bilingual) => text[language], [language]);
  const day = useCallback((text: string) => formatDay(text, language), [language]);
  const time = useCallback((text: string) => formatTime(text, language), [language]);
  return { language, change, say, day, time };
};
