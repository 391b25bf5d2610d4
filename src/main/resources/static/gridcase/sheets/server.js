/* Talking to the server about drafts. */

import {csrf} from '../widgets/server.js';

/** What the server does not want, in its words. */
export class Refused extends Error {
  constructor(words, status) {
    super(words);
    this.status = status;
  }
}

export async function get(url) {
  return answer(await fetch(url, {headers: {Accept: 'application/json'}, credentials: 'same-origin'}));
}

export async function post(url, body, accept = 'application/json') {
  const sent = await fetch(url, {method: 'POST', credentials: 'same-origin', body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {Accept: accept + ', application/problem+json', 'Content-Type': 'application/json', 'X-GC-CSRF': csrf()}});
  return answer(sent, accept);
}

async function answer(it, accept = 'application/json') {
  if (it.ok && it.redirected) throw new Refused('', 401);
  if (!it.ok) {
    let words = '';
    try { words = (await it.json()).detail ?? ''; } catch { /* a page is no sentence */ }
    throw new Refused(words, it.status);
  }
  return accept === 'application/json' ? it.json() : it.text();
}
