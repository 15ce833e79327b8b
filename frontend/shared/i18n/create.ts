import type { Language } from '@geoarchive/domain/text.ts';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

type Tree = { [key: string]: string | Tree };
/** A site's texts, each language loaded when it is first shown. */
export type Texts = Record<Language, () => Promise<{ default: Tree }>>;

const own: Texts = { zh: () => import('./zh.json'), en: () => import('./en.json') };
const key = 'geoarchive.language';
const tag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;

/** Chinese unless the reader chose English here before, or the address asks (`?lang=en`). */
export const chosenLanguage = (search: string, stored: string | null): Language => {
  const asked = new URLSearchParams(search).get('lang') ?? stored;
  return asked === 'en' ? 'en' : 'zh';
};

const load = async (to: i18n, site: Texts, language: Language): Promise<void> => {
  if (to.hasResourceBundle(language, 'site')) return;
  const [shared, local] = await Promise.all([own[language](), site[language]()]);
  to.addResourceBundle(language, 'shared', shared.default);
  to.addResourceBundle(language, 'site', local.default);
};

/** Starts i18next with the shared texts and those of one site. */
export const createI18n = async (
  site: Texts,
): Promise<{ i18n: i18n; change: (language: Language) => Promise<void> }> => {
  const language = chosenLanguage(window.location.search, window.localStorage.getItem(key));
  const instance = i18next.createInstance();
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['site', 'shared'],
    defaultNS: 'site',
    fallbackNS: 'shared',
    resources: {},
    partialBundledLanguages: true,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  const change = async (next: Language) => {
    await load(instance, site, next);
    await instance.changeLanguage(next);
    document.documentElement.lang = tag[next];
    window.localStorage.setItem(key, next);
  };
  await change(language);
  return { i18n: instance, change };
};
