import type { Language } from '@geoarchive/domain/text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const locale = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** How long ago that was, in the largest unit that fits: `3 小时`, `3 hours`. Less than a minute counts as one. */
export const ageText = (since: string, now: Date, language: Language): string => {
  const ms = Math.max(0, now.getTime() - Date.parse(since));
  const [unit, size] =
    ms >= day
      ? (['day', day] as const)
      : ms >= hour
        ? (['hour', hour] as const)
        : (['minute', minute] as const);
  const count = Math.max(1, Math.floor(ms / size));
  return new Intl.NumberFormat(locale[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count);
};

/** When a message is lost unless something is done. */
export const lostAt = (since: string, keptDays: number): string =>
  new Date(Date.parse(since) + keptDays * day).toISOString();
