/* Talking to the server: what it refuses, it refuses in a sentence; what gets lost is tried again. */

let account = '';

/** For whom the page was opened: it never speaks for whoever signed in after them. */
export function speakFor(who) {
  account = who;
}

export class Refused extends Error {}
export class SignedOut extends Error {}
export class Lost extends Error {}

/** Where to sign in and come back from to this page. */
export function signInFrom() {
  return '/sign-in?to=' + encodeURIComponent(location.pathname);
}

function token() {
  const cookie = document.cookie.match(/(?:^|; )GC-CSRF=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

async function ask(url, options) {
  let answer;
  try {
    answer = await fetch(url, {credentials: 'same-origin', redirect: 'manual', cache: 'no-store', ...options,
      headers: {'X-GC-Account': account, ...options.headers}});
  } catch (lost) {
    throw new Lost(String(lost));
  }
  if (answer.type === 'opaqueredirect' || answer.status === 401) throw new SignedOut();
  return answer;
}

async function body(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

export async function getJson(url) {
  const answer = await ask(url, {headers: {Accept: 'application/json'}});
  if (answer.status >= 500) throw new Lost();
  if (!answer.ok) throw new Refused((await body(answer)).detail);
  return answer.json();
}

export async function getText(url) {
  const answer = await ask(url, {});
  if (answer.status >= 500) throw new Lost();
  if (!answer.ok) throw new Refused((await body(answer)).detail);
  return answer.text();
}

/** The token may have aged with the session: a new one comes with any page. */
async function send(url, content, headers) {
  const attempt = () => ask(url, {method: 'POST', body: content,
    headers: {Accept: 'application/json', 'X-GC-CSRF': token(), ...headers}});
  const first = await attempt();
  if (first.status !== 403 || (await body(first.clone())).code !== 'shared.tokenAged') return first;
  await ask('/my', {});
  return attempt();
}

export async function post(url, content, headers = {}) {
  const answer = await send(url, content, headers);
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) throw new Lost();
  if (!answer.ok) throw new Refused((await body(answer)).detail);
  return answer.status === 204 ? null : answer.json();
}
