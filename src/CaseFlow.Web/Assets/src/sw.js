// The service worker: lets a page open where there is no line. It keeps no page with anything personal in it: only the empty page of /away
// and the files of the site, which the pages put into the cache themselves (away.js).
const shelf = 'caseflow-away'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (e) => e.waitUntil(self.clients.claim()))
self.addEventListener('fetch', (e) => {
  const { request } = e
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return
  const kept = async () => (await caches.open(shelf)).match(request.mode === 'navigate' ? '/away' : request, { ignoreVary: true })
  e.respondWith(fetch(request).catch(async (error) => {
    const answer = await kept()
    if (answer) return answer
    throw error
  }))
})
