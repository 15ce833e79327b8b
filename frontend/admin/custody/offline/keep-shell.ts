const cacheName = 'geoarchive-offline';

/** What this page was made of so far: its shell, its scripts and styles, the deployment's settings. */
const parts = (): string[] => {
  const loaded = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
    .map(({ pathname }) => pathname);
  return [...new Set(['/', '/config.json', ...loaded])];
};

/**
 * Keeps what this page needs to be opened again without network; false where the browser cannot, for instance in a private window. Then the
 * page works on while it stays open.
 */
export const keepShell = async (): Promise<boolean> => {
  try {
    await navigator.serviceWorker.register('/offline.js');
    const cache = await caches.open(cacheName);
    const kept = await Promise.allSettled(parts().map((path) => cache.add(path)));
    return kept.some(({ status }) => status === 'fulfilled');
  } catch {
    return false;
  }
};
