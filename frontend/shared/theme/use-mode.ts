import { useCallback, useSyncExternalStore } from 'react';
import type { Mode } from './antd.ts';

const key = 'geoarchive.theme';
const listeners = new Set<() => void>();
const media = (query: string) => window.matchMedia(query);
const systemDark = '(prefers-color-scheme: dark)';

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  media(systemDark).addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    media(systemDark).removeEventListener('change', listener);
  };
};

const read = (): Mode => {
  const chosen = window.localStorage.getItem(key);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return media(systemDark).matches ? 'dark' : 'light';
};

/** The colour mode: the reader's choice, else the system's; and a way to switch it. */
export const useMode = (): { mode: Mode; toggle: () => void } => {
  const mode = useSyncExternalStore(subscribe, read);
  const toggle = useCallback(() => {
    window.localStorage.setItem(key, read() === 'dark' ? 'light' : 'dark');
    for (const listener of listeners) listener();
  }, []);
  return { mode, toggle };
};
