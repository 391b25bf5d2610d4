/* One task: claim it, fill in its form, send it, whatever the network does meanwhile. */

import {lamp, make, say} from './words.js';
import {Lost, Refused, SignedOut, getText, post, signInFrom} from './server.js';
import {DONE, REFUSED, SENDING, SIGNED_OUT, entryOf, put, takeBack, watch} from './outbox.js';
import {forget} from './store.js';

const $ = id => document.getElementById(id);

export async function task(page) {
  const {taskId, title} = page.dataset;
  watch(entry => { if (entry.taskId === taskId) show(entry, page); });
  for (const place of page.querySelectorAll('[data-lamp]')) place.replaceChildren(lamp(place.dataset.due, place.dataset.near));
  for (const button of page.querySelectorAll('[data-post]')) button.addEventListener('click', () => move(button));
  $('send')?.addEventListener('click', () => submit(taskId, title));
  $('change')?.addEventListener('click', () => change(taskId));
  $('drop')?.addEventListener('click', async () => { await forget(page.dataset.me, taskId); location.assign('/my'); });
  if (page.dataset.form) await load(page.dataset.form);
  const entry = await entryOf(taskId);
  if (entry) show(entry, page);
}

async function load(url) {
  try {
    $('form').innerHTML = await getText(url);
    form().addEventListener('submit', event => { event.preventDefault(); $('send').click(); });
    $('send').disabled = false;
  } catch (failure) {
    const words = failure instanceof Refused && failure.message ? failure.message : say('noForm');
    $('form').replaceChildren(make('p', {class: 'gc-note gc-note-bad', role: 'alert'}, words),
      make('button', {type: 'button', class: 'btn btn-outline-primary', onclick: () => load(url)}, say('again')));
  }
}

async function move(button) {
  button.disabled = true;
  try {
    await post(button.dataset.post);
    location.reload();
  } catch (failure) {
    button.disabled = false;
    if (failure instanceof SignedOut) location.assign(signInFrom());
    else refuse(failure instanceof Lost ? say('offline') : failure.message || say('offline'));
  }
}

/* -- the form -- */

function form() {
  return $('form').querySelector('form');
}

function fields() {
  return [...form().querySelectorAll('.gc-field[data-field]')];
}

function inputOf(field) {
  return form().elements.namedItem(field.dataset.field);
}

/** Photos of a field, arrived or not; what the server has refused is left to the person to remove. */
function photosOf(field) {
  const widget = field.querySelector('gc-photos');
  return widget?.items?.map(item => item.id ? {id: item.id} : {key: item.photo.key, blob: item.photo.blob, lost: !item.waiting && !item.sending});
}

function missing(field) {
  const photos = photosOf(field);
  const label = field.querySelector('.gc-label')?.firstChild?.textContent ?? '';
  if (photos?.some(photo => photo.lost)) return say('photoRefused');
  if (!form().querySelector('gc-behaviour').required(field)) return '';
  if (photos) return photos.length ? '' : say('photoNeeded', label);
  const input = inputOf(field);
  return (input.type === 'checkbox' ? input.checked : input.value.trim()) ? '' : say('needed', label);
}

function complaint(field, words) {
  const place = field.querySelector('.gc-error');
  if (!place) return;
  place.textContent = words;
  place.hidden = !words;
  field.classList.toggle('gc-invalid', !!words);
}

function allThere() {
  let first = null;
  for (const field of fields()) {
    const words = field.hidden ? '' : missing(field);
    complaint(field, words);
    if (words) first ??= field;
  }
  first?.scrollIntoView({block: 'center'});
  first?.querySelector('input:not(.gc-value), textarea, select, button')?.focus({preventScroll: true});
  return !first;
}

function collect() {
  const values = {};
  const photos = {};
  for (const field of fields().filter(one => !one.hidden)) {
    const input = inputOf(field);
    const taken = photosOf(field);
    if (taken) {
      if (taken.length) photos[field.dataset.field] = taken;
    } else if (!input) {
      continue;
    } else if (input.type === 'checkbox') {
      values[field.dataset.field] = input.checked;
    } else if (input.value.trim()) {
      values[field.dataset.field] = input.type === 'number' ? Number(input.value) : input.value;
    }
  }
  return {values, photos};
}

async function submit(taskId, title) {
  refuse('');
  if (!allThere()) return;
  const {values, photos} = collect();
  $('send').disabled = true;
  try {
    await put(taskId, title, values, photos);
  } catch {
    $('send').disabled = false;
    refuse(say('noRoom'));
  }
}

async function change(taskId) {
  if (!await takeBack(taskId)) return;
  $('sent').hidden = true;
  open(true);
}

function open(yes) {
  if ($('form')) $('form').inert = !yes;
  if ($('bar')) $('bar').hidden = !yes;
  if ($('send')) $('send').disabled = !yes;
}

function refuse(words) {
  const place = form()?.querySelector('.gc-refusal') ?? $('refused');
  place.textContent = words;
  place.hidden = !words;
  if (words) place.scrollIntoView({block: 'center'});
}

/** A refusal names its field as the form does. */
function refused(words) {
  const named = words.match(/[“"]([^”"]+)[”"]/)?.[1];
  const field = named && form() && fields().find(one => one.querySelector('.gc-label')?.firstChild?.textContent === named);
  refuse(words);
  if (field) complaint(field, words);
}

/* -- what became of it -- */

function show(entry, page) {
  if (entry.state === REFUSED) {
    open(true);
    $('sent').hidden = page.dataset.form != null;
    refused(entry.words || say('refusedUnknown'));
  } else {
    open(false);
    $('sent').hidden = false;
  }
  $('sent').dataset.state = entry.state;
  $('sent-state').textContent = say('state.' + entry.state);
  $('sent-words').textContent = entry.state === DONE ? say('doneWords', entry.done.number, entry.done.stage)
    : entry.state === REFUSED ? entry.words || say('refusedUnknown') : say('words.' + entry.state);
  $('change').hidden = entry.state === SENDING || entry.state === DONE || page.dataset.form == null;
  $('drop').hidden = entry.state !== REFUSED;
  $('sign-in').hidden = entry.state !== SIGNED_OUT;
  $('sign-in').href = signInFrom();
  next(entry);
  if (entry.state === DONE) done();
}

function next(entry) {
  const link = $('next');
  link.hidden = !entry.done?.next;
  if (entry.done?.next) link.href = '/my/' + entry.done.next;
}

function done() {
  const behaviour = form()?.querySelector('gc-behaviour');
  if (behaviour) {
    behaviour.sent = true;
    behaviour.clearDraft();
  }
  $('gone')?.remove();
  $('form')?.remove();
  $('bar')?.remove();
  $('holding')?.remove();
  document.querySelector('h1').textContent = say('doneTitle');
  $('sent').scrollIntoView({block: 'start'});
  $('sent').focus();
}
