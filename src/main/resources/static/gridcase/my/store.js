/* What the phone keeps: pieces of forms not yet sent, and the widgets' photos. */

function open({name, version, upgrade}) {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = event => upgrade(request, event.oldVersion);
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}

async function work(where, mode, job) {
  const database = await open(where);
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(where.store, mode);
      const request = job(transaction.objectStore(where.store));
      transaction.oncomplete = () => done(request.result);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

function box(where) {
  return {
    put: one => work(where, 'readwrite', it => it.put(one)),
    get: key => work(where, 'readonly', it => it.get(key)),
    all: () => work(where, 'readonly', it => it.getAll()),
    remove: key => work(where, 'readwrite', it => it.delete(key))
  };
}

/** Forms on their way, one per person and task. */
export const submissions = box({name: 'gridcase-my', store: 'submissions', version: 2, upgrade: perPerson});

/** What a phone has kept by task alone keeps waiting. */
function perPerson(request, from) {
  const fresh = () => request.result.createObjectStore('submissions', {keyPath: ['account', 'taskId']});
  if (from === 0) return void fresh();
  request.transaction.objectStore('submissions').getAll().onsuccess = kept => {
    request.result.deleteObjectStore('submissions');
    const store = fresh();
    kept.target.result.forEach(entry => store.put(entry));
  };
}

/** The photo widget's own box, as it opens it. */
const photos = box({name: 'gridcase', store: 'photos', version: 1,
  upgrade: request => request.result.createObjectStore('photos', {keyPath: 'key'})});

const DRAFT = 'gc-draft:';
const OWNER = 'gc-my-owner';

/** Nothing of the task stays on the phone, but what somebody else has still to send. */
export async function forget(account, taskId) {
  localStorage.removeItem(DRAFT + taskId);
  for (const photo of await photos.all()) {
    if (photo.place.startsWith(taskId + '/')) await photos.remove(photo.key);
  }
  await submissions.remove([account, taskId]);
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

/**
 * Another person on the same phone finds nothing of the one before but what that one still has to send. Says whether
 * there was another.
 */
export async function ownedBy(account) {
  const owner = localStorage.getItem(OWNER);
  if (owner && owner !== account) await clearPages();
  localStorage.setItem(OWNER, account);
  return !!owner && owner !== account;
}

async function clearPages() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT)) localStorage.removeItem(key);
  for (const photo of await photos.all()) await photos.remove(photo.key);
  for (const name of await names()) await caches.delete(name);
}

/** On signing out. */
export async function clearAll(account) {
  await clearPages();
  for (const one of await submissions.all()) {
    if (one.account === account) await submissions.remove([account, one.taskId]);
  }
  localStorage.removeItem(OWNER);
}
