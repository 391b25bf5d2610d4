/* Forms on their way: photos first, then the completion, tried until the server has answered. */

import {submissions, forget} from './store.js';
import {Lost, Refused, SignedOut, post} from './server.js';

export const WAITING = 'waiting';
export const SENDING = 'sending';
export const REFUSED = 'refused';
export const SIGNED_OUT = 'signedOut';
export const DONE = 'done';

const AGAIN = 15000;
const watchers = new Set();
let account = '';
let timer = null;
let running = null;

/** The watcher is told each entry that changes. */
export function watch(watcher) {
  watchers.add(watcher);
}

async function tell(entry, state, more = {}) {
  Object.assign(entry, {state}, more);
  if (state !== DONE) await submissions.put(entry);
  watchers.forEach(watcher => watcher(entry));
}

export async function mine() {
  return (await submissions.all()).filter(entry => entry.account === account);
}

export async function entryOf(taskId) {
  return submissions.get([account, taskId]);
}

/**
 * values: text by field. photos: for each field of photos, what it holds in order: {id} of one that has arrived or
 * {key, blob} of one that has not.
 */
export async function put(taskId, title, values, photos) {
  const entry = {taskId, title, values, photos, account, submission: crypto.randomUUID?.() ?? uuid(), at: Date.now()};
  await tell(entry, WAITING);
  flush();
}

/** Only secure pages have randomUUID. */
function uuid() {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Back to the form; too late once it is being sent. */
export async function takeBack(taskId) {
  const entry = await entryOf(taskId);
  if (entry && entry.state !== SENDING) await submissions.remove([account, taskId]);
  return entry?.state !== SENDING;
}

export function start(who) {
  account = who;
  addEventListener('online', () => flush());
  document.addEventListener('visibilitychange', () => { if (!document.hidden) flush(); });
  flush();
}

/** One tab sends at a time, so that two never send the same form with different answers. */
export function flush() {
  running ??= locked(sendAll).catch(() => later()).finally(() => { running = null; });
  return running;
}

function locked(job) {
  return navigator.locks ? navigator.locks.request('gc-my-outbox', job) : job();
}

async function sendAll() {
  clearTimeout(timer);
  let left = false;
  for (const entry of await mine()) {
    if (entry.state === REFUSED) continue;
    left = !(await sendOne(entry)) || left;
  }
  if (left) later();
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(flush, AGAIN);
}

async function sendOne(entry) {
  await tell(entry, SENDING);
  try {
    const values = {...entry.values};
    for (const [field, photos] of Object.entries(entry.photos)) values[field] = (await upload(entry, photos)).join(',');
    const done = await post(`/my/${entry.taskId}/complete`, JSON.stringify({submission: entry.submission, values}),
      {'Content-Type': 'application/json'});
    await forget(account, entry.taskId);
    await tell(entry, DONE, {done});
    return true;
  } catch (failure) {
    return failed(entry, failure);
  }
}

async function failed(entry, failure) {
  if (failure instanceof Refused) {
    await tell(entry, REFUSED, {words: failure.message});
    return true;
  }
  await tell(entry, failure instanceof SignedOut ? SIGNED_OUT : WAITING);
  if (!(failure instanceof Lost || failure instanceof SignedOut)) throw failure;
  return false;
}

/** A photo that has arrived is remembered at once: after a cut only the rest is sent. */
async function upload(entry, photos) {
  for (const photo of photos.filter(one => !one.id)) {
    const form = new FormData();
    form.append('file', photo.blob, 'photo');
    photo.id = (await post('/photos', form, {'Idempotency-Key': photo.key})).id;
    delete photo.blob;
    await submissions.put(entry);
  }
  return photos.map(photo => photo.id);
}
