/* What the phone keeps: pieces of forms not yet sent, and the widgets' photos. */

function open(name, store, keyPath) {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, {keyPath});
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function work(name, store, keyPath, mode, job) {
  const database = await open(name, store, keyPath);
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(store, mode);
      const request = job(transaction.objectStore(store));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

function box(name, store, keyPath) {
  return {
    put: one => work(name, store, keyPath, 'readwrite', it => it.put(one)),
    get: key => work(name, store, keyPath, 'readonly', it => it.get(key)),
    all: () => work(name, store, keyPath, 'readonly', it => it.getAll()),
    remove: key => work(name, store, keyPath, 'readwrite', it => it.delete(key))
  };
}

/** Forms on their way, one per task. */
export const submissions = box('gridcase-my', 'submissions', 'taskId');

/** The photo widget's own box, as it opens it. */
const photos = box('gridcase', 'photos', 'key');

const DRAFT = 'gc-draft:';
const OWNER = 'gc-my-owner';

/** Nothing of the task stays on the phone. */
export async function forget(taskId) {
  localStorage.removeItem(DRAFT + taskId);
  for (const photo of await photos.all()) {
    if (photo.place.startsWith(taskId + '/')) await photos.remove(photo.key);
  }
  await submissions.remove(taskId);
  await dropPages(taskId);
}

async function dropPages(taskId) {
  for (const name of await names()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (request.url.includes(taskId)) await cache.delete(request);
  }
}

async function names() {
  return 'caches' in self ? (await caches.keys()).filter(name => name.startsWith('gc-my-')) : [];
}

/** Another person on the same phone finds nothing of the one before but what that one still has to send. */
export async function ownedBy(account) {
  if (localStorage.getItem(OWNER) === account) return;
  if (localStorage.getItem(OWNER)) await clearPages();
  localStorage.setItem(OWNER, account);
}

async function clearPages() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
  for (const photo of await photos.all()) await photos.remove(photo.key);
  for (const name of await names()) await caches.delete(name);
}

/** On signing out. */
export async function clearAll() {
  await clearPages();
  for (const one of await submissions.all()) await submissions.remove(one.taskId);
  localStorage.removeItem(OWNER);
}
