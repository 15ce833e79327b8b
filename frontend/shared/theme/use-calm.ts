import { useSyncExternalStore } from 'react';

const query = '(prefers-reduced-motion: reduce)';
const subscribe = (listener: () => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
};

/** True when the reader's system asks for less motion. */
export const useCalm = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
