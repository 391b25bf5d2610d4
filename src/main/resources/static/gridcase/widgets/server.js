/* Talking to the server. */

export class Refused extends Error {}

export async function getJson(url) {
  const answer = await fetch(url, {headers: {Accept: 'application/json'}, credentials: 'same-origin'});
  if (!answer.ok) throw new Refused(await sentence(answer));
  return answer.json();
}

async function sentence(answer) {
  try {
    const body = await answer.json();
    return body.detail || body.message || '';
  } catch {
    return '';
  }
}

export function csrf() {
  const cookie = document.cookie.match(/(?:^|; )GC-CSRF=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

/** Empty for a page, which is no answer. */
export function answerOf(request) {
  try { return JSON.parse(request.responseText); } catch { return {}; }
}

export const tasks = new WeakMap();

/** What is known of the form's task; asked for once per form. */
export function taskOf(widget) {
  const form = widget.closest('form') || widget;
  if (!tasks.has(form)) tasks.set(form, getJson('/work/tasks/' + encodeURIComponent(widget.getAttribute('task-id'))));
  return tasks.get(form);
}
