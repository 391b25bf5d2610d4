/* The report page: nothing typed is lost, a report waits for the network, and no retry makes two. */
import '/gridcase/widgets.js';

const DRAFT = 'gc-report-draft';
const QUEUE = 'gc-report-queue';
const KEY = 'gc-report-key';
const KEPT = ['text', 'place', 'address', 'phone', 'photos'];
const FIELDS = {'intake.text.': 'text', 'intake.place.': 'place', 'intake.photos.': 'photos', 'photo.': 'photos', 'intake.address.': 'address', 'intake.contact.': 'phone'};

const form = document.getElementById('report');
const waiting = document.getElementById('waiting');
const found = document.getElementById('place-words');
const photos = form.querySelector('gc-photos');
let sending = false;
let retry = null;

const read = name => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
const keep = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* the form is still there */ } };
const field = name => form.elements.namedItem(name);

function values() {
  return Object.fromEntries(KEPT.map(name => [name, field(name).value]));
}

/** Of this form, in this tab, until it is sent. */
function formKey() {
  let key = sessionStorage.getItem(KEY);
  if (!key) {
    key = field('key').value;
    sessionStorage.setItem(KEY, key);
  }
  return key;
}

function tell(name, words) {
  const place = form.querySelector(`[data-error="${name}"]`);
  place.textContent = words;
  place.hidden = !words;
  place.closest('.gc-field')?.classList.toggle('gc-invalid', !!words);
  if (words) place.closest('.gc-field, form').scrollIntoView({block: 'center'});
}

function clearErrors() {
  for (const place of form.querySelectorAll('[data-error]')) tell(place.dataset.error, '');
}

function lock(words) {
  document.getElementById('fields').disabled = !!words;
  waiting.hidden = !words;
  waiting.textContent = words || '';
  if (words) waiting.scrollIntoView({block: 'center'});
}

function csrf() {
  const cookie = document.cookie.match(/(?:^|; )GC-CSRF=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

async function post(report) {
  const body = new FormData();
  for (const [name, value] of Object.entries(report.fields)) body.append(name, value);
  return fetch('/r/reports', {method: 'POST', body, credentials: 'same-origin',
    headers: {'X-GC-CSRF': csrf(), 'Idempotency-Key': report.key, Accept: 'application/json'}});
}

/** Sends what waits, until somebody answers. */
async function send() {
  const report = read(QUEUE);
  if (!report || sending) return;
  sending = true;
  clearTimeout(retry);
  lock(form.dataset.sending);
  let after = 15;
  try {
    let answer = await post(report);
    if (answer.status === 403) {
      await fetch('/report', {credentials: 'same-origin'});
      answer = await post(report);
    }
    if (answer.status === 429) after = Math.max(after, Number(answer.headers.get('Retry-After')) || 0);
    if (answer.status >= 500 || answer.status === 429) throw new Error(String(answer.status));
    await answered(answer);
  } catch {
    lock(form.dataset.queued);
    retry = setTimeout(send, after * 1000);
  } finally {
    sending = false;
  }
}

async function answered(answer) {
  const said = await answer.json();
  localStorage.removeItem(QUEUE);
  if (!answer.ok) {
    lock('');
    const name = Object.entries(FIELDS).find(([start]) => String(said.code).startsWith(start))?.[1] || 'form';
    tell(name, said.detail);
    return;
  }
  clearTimeout(saving);
  localStorage.removeItem(DRAFT);
  sessionStorage.removeItem(KEY);
  form.reset();
  location.replace(said.follow + '?new');
}

form.addEventListener('submit', event => {
  event.preventDefault();
  if (sending || read(QUEUE)) return;
  clearErrors();
  if (photos.busy) return tell('photos', form.dataset.uploading);
  if (!field('place').value) return tell('place', form.dataset.noPlace);
  if (!field('text').value.trim()) return tell('text', form.dataset.noText);
  keep(QUEUE, {key: formKey(), fields: values()});
  send();
});

/* What is typed survives a reload. */
let saving = null;
form.addEventListener('input', () => {
  clearTimeout(saving);
  saving = setTimeout(() => keep(DRAFT, values()), 200);
});
const draft = read(QUEUE)?.fields || read(DRAFT) || {};
for (const name of KEPT) {
  if (!draft[name] || field(name).value) continue;
  field(name).value = draft[name];
  field(name).dispatchEvent(new Event('input', {bubbles: true}));
}
if (field('phone').value) form.querySelector('.gc-more').open = true;

/* The place in words, as soon as it is chosen. */
async function look() {
  const at = field('place').value;
  found.hidden = true;
  tell('place', '');
  if (!at) return;
  try {
    const answer = await fetch('/r/place?at=' + encodeURIComponent(at), {headers: {Accept: 'application/json'}});
    const said = await answer.json();
    if (at !== field('place').value) return;
    if (answer.ok) {
      found.textContent = said.words;
      found.hidden = false;
    } else if (answer.status < 500 && answer.status !== 429) {
      tell('place', said.detail);
    }
  } catch { /* without a network the server looks when the report arrives */ }
}
field('place').addEventListener('change', look);
look();

window.addEventListener('online', send);
send();
