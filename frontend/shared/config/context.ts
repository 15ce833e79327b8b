import { createContext, use } from 'react';
import type { SiteConfig } from './schema.ts';

export const ConfigContext = createContext<SiteConfig | undefined>(undefined);

/** The deployment's settings for its sites. */
export const useConfig = (): SiteConfig => {
  const config = use(ConfigContext);
  if (config === undefined) throw new Error('ConfigContext is missing');
  return config;
};
