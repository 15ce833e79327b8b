import { type SiteConfig, siteConfigSchema } from './schema.ts';

/** Reads the deployment's `/config.json`; throws when it is missing or wrong, since nothing works without it. */
export const loadConfig = async (get: typeof fetch = fetch): Promise<SiteConfig> => {
  const answer = await get('/config.json', { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`/config.json: ${answer.status}`);
  return siteConfigSchema.parse(await answer.json());
};
