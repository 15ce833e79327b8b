import type { Language } from '@geoarchive/domain/text.ts';

/** Language of the output: `--lang zh|en`, else Chinese where the locale is Chinese, else English. */
export function language(
  args: readonly string[],
  locale = process.env['LC_ALL'] || process.env['LANG'] || '',
): Language {
  const at = args.indexOf('--lang');
  const told = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice(7);
  if (told === 'zh' || told === 'en') return told;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
