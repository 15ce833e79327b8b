// The service worker of the administration site. It lets a checklist be opened without network: what the page kept for that (shell, scripts,
// config.json) is given when the network does not answer. It keeps nothing itself and never touches the API.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/'))
    return;
  const kept = () => caches.match(request.mode === 'navigate' ? '/' : request, { ignoreVary: true });
  event.respondWith(fetch(request).catch(async (error) => (await kept()) ?? Promise.reject(error)));
});
