import type { Plugin } from 'esbuild';

/** Languages of our users; the router picks them one by one as well. */
const kept = { en: 'en', zhCN: 'zh-CN' };

/**
 * Zod brings its messages in some forty languages along, a quarter megabyte in each bundle. This leaves the ones
 * we speak.
 */
export const zodLocales: Plugin = {
  name: 'zod-locales',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: Object.entries(kept)
        .map(([name, file]) => `export { default as ${name} } from './${file}.js';`)
        .join('\n'),
      loader: 'js',
    }));
  },
};
