/* Keeps one's tasks at hand without a connection: pages and data from the network first, files of ours from the cache. */

const FILES = 'gc-my-files';
const DATA = 'gc-my-data';
const MOST = 300;
const PATIENCE = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

function kind(url) {
  if (url.origin !== self.location.origin) return null;
  const path = url.pathname;
  if (path === '/my/sw.js') return null;
  if (path.startsWith('/gridcase/') || path.startsWith('/webjars/')) return FILES;
  if (/^\/photos\/[^/]+\/(thumbnail|display)$/.test(path)) return FILES;
  if (path === '/my' || path.startsWith('/my/') || path.startsWith('/forms/') || path.startsWith('/work/')
    || path.startsWith('/map/')) return DATA;
  return null;
}

self.addEventListener('fetch', event => {
  const name = event.request.method === 'GET' && kind(new URL(event.request.url));
  if (name) event.respondWith(name === DATA ? networkFirst(event) : cacheFirst(event));
});

self.addEventListener('message', event => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(Promise.all(event.data.keep.map(keep)));
});

async function keep(address) {
  const url = new URL(address);
  const name = kind(url);
  if (!name) return;
  const cache = await caches.open(name);
  if (await cache.match(url.href)) return;
  await store(name, url.href, await fetch(url.href, {credentials: 'same-origin', redirect: 'manual'}).catch(() => null));
}

async function store(name, key, answer) {
  if (!answer) return;
  const cache = await caches.open(name);
  if (answer.status === 404 || answer.type === 'opaqueredirect') {
    await cache.delete(key);
  } else if (answer.ok && !answer.redirected) {
    await cache.put(key, answer.clone());
    const keys = await cache.keys();
    for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(old);
  }
}

async function networkFirst(event) {
  const network = fetch(event.request);
  event.waitUntil(network.then(answer => store(DATA, event.request.url, answer.clone())).catch(() => {}));
  const kept = await (await caches.open(DATA)).match(event.request.url);
  if (!kept) return network;
  const late = new Promise(done => setTimeout(() => done(kept), PATIENCE));
  return Promise.race([network.then(answer => answer.status >= 500 ? kept : answer).catch(() => kept), late]);
}

async function cacheFirst(event) {
  const network = fetch(event.request);
  event.waitUntil(network.then(answer => store(FILES, event.request.url, answer.clone())).catch(() => {}));
  return await (await caches.open(FILES)).match(event.request.url) ?? network;
}
