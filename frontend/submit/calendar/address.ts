import { addressOf } from '@geoarchive/contract/client.ts';
import { feeds } from '@geoarchive/contract/routes.ts';

/** The whole secret address of a feed, for calendar programs: of this site, or as programs take it over (`webcal:`). */
export const feedAddress = (origin: string, key: string): { https: string; webcal: string } => {
  const https = addressOf(`${origin}/api`, feeds.taskFeed, { key });
  return { https, webcal: https.replace(/^https?:/, 'webcal:') };
};
