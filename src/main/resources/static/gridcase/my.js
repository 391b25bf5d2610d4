/* The entry of the pages under /my. */

import {ownedBy, clearAll} from './my/store.js';
import {mine, start} from './my/outbox.js';
import {say} from './my/words.js';
import {speakFor} from './my/server.js';
import {list} from './my/list.js';
import {task} from './my/task.js';

const page = document.getElementById('main');
const controlled = !!navigator.serviceWorker?.controller;

async function begin() {
  speakFor(page.dataset.me);
  const cleared = await ownedBy(page.dataset.me);
  start(page.dataset.me);
  if (page.dataset.taskId) await task(page);
  else await list();
  if (cleared || !controlled) keep();
}

/** What this page loads before the worker takes over, or before it was emptied, is needed when there is no connection. */
async function keep() {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/my/sw.js', {scope: '/my'});
  const worker = (await navigator.serviceWorker.ready).active;
  worker.postMessage({keep: [location.href, new URL('/my', location).href]});
  new PerformanceObserver(loaded => worker.postMessage({keep: loaded.getEntries().map(entry => entry.name)}))
    .observe({type: 'resource', buffered: true});
}

/** Signing out leaves nothing on the phone, and says so if that would lose something. */
document.addEventListener('submit', async event => {
  const form = event.target;
  if (new URL(form.action, location).pathname !== '/sign-out') return;
  event.preventDefault();
  const left = (await mine()).length;
  if (left && !confirm(say('unsent', left))) return;
  await clearAll(page.dataset.me);
  form.submit();
}, true);

function connection() {
  document.getElementById('offline').hidden = navigator.onLine;
}

addEventListener('online', connection);
addEventListener('offline', connection);
connection();
begin();
