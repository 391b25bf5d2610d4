/* The list of one's own tasks: by deadline or by distance, which is reckoned here and never sent. */

import {distance, lamp, make, say} from './words.js';
import {SignedOut, getJson, signInFrom} from './server.js';
import {DONE, mine, watch} from './outbox.js';

const PAGE = 20;
const ORDER = 'gc-my-order';

let tasks = [];
let total = 0;
let shown = PAGE;
let position = null;
let loaded = '';
let stream = null;
let waiting = new Map();

const $ = id => document.getElementById(id);

export async function list() {
  $('by-due').addEventListener('click', () => orderBy('due'));
  $('by-distance').addEventListener('click', () => locate());
  $('more').addEventListener('click', () => more());
  $('again').addEventListener('click', () => load());
  watch(entry => changed(entry));
  for (const entry of await mine()) waiting.set(entry.taskId, entry);
  await load();
  if (localStorage.getItem(ORDER) === 'distance') locate();
  setInterval(() => { if (!document.hidden) render(); }, 60000);
  addEventListener('online', () => load());
  document.addEventListener('visibilitychange', () => { listen(); if (!document.hidden) load(); });
  setInterval(listen, 60000);
  listen();
}

/** Told when something in one's cases has changed; a page nobody looks at is not told. */
function listen() {
  if (document.hidden || !('EventSource' in window)) {
    stream?.close();
    stream = null;
  } else if (!stream) {
    let soon = null;
    const line = stream = new EventSource('/cases/changes');
    line.addEventListener('changed', () => {
      clearTimeout(soon);
      soon = setTimeout(load, 1000);
    });
    line.addEventListener('error', () => { if (line.readyState === EventSource.CLOSED && stream === line) stream = null; });
  }
}

async function load() {
  try {
    const list = await getJson('/my/tasks');
    $('trouble').hidden = true;
    const text = JSON.stringify(list);
    if (text === loaded) return;
    loaded = text;
    ({tasks, total} = list);
    render();
  } catch (failure) {
    if (failure instanceof SignedOut) location.assign(signInFrom());
    else $('trouble').hidden = false;
  } finally {
    $('loading').hidden = true;
  }
}

async function changed(entry) {
  if (entry.state === DONE) {
    waiting.delete(entry.taskId);
    tell(say('sentOne', entry.done.number, entry.done.stage));
    await load();
    render();
  } else {
    waiting.set(entry.taskId, entry);
    render();
  }
}

function tell(words) {
  $('told').textContent = words;
}

/* -- order -- */

function orderBy(order) {
  localStorage.setItem(ORDER, order);
  if (order === 'due') position = null;
  shown = PAGE;
  render();
}

function locate() {
  if (!navigator.geolocation) return nowhere();
  tell(say('locating'));
  navigator.geolocation.getCurrentPosition(found => {
    position = found.coords;
    tell('');
    orderBy('distance');
  }, nowhere, {enableHighAccuracy: true, timeout: 10000, maximumAge: 60000});
}

function nowhere() {
  tell(say('noPosition'));
  orderBy('due');
}

/** Along a great circle, in metres. */
function metres(place) {
  const rad = degrees => degrees * Math.PI / 180;
  const a = Math.sin(rad(place.latitude - position.latitude) / 2) ** 2
    + Math.cos(rad(position.latitude)) * Math.cos(rad(place.latitude))
    * Math.sin(rad(place.longitude - position.longitude) / 2) ** 2;
  return 12742000 * Math.asin(Math.sqrt(a));
}

function ordered(some) {
  return position ? [...some].sort((one, other) => metres(one.place) - metres(other.place)) : some;
}

/* -- what is seen -- */

function more() {
  const first = shown;
  shown += PAGE;
  render();
  document.querySelectorAll('.my-card')[first]?.focus();
}

function render() {
  $('by-due').setAttribute('aria-pressed', String(!position));
  $('by-distance').setAttribute('aria-pressed', String(!!position));
  const groups = [['mine', tasks.filter(task => task.mine)], ['open', tasks.filter(task => !task.mine && !task.held)],
    ['held', tasks.filter(task => task.held)]];
  let room = shown;
  $('tasks').replaceChildren(...groups.filter(([, some]) => some.length).map(([name, some]) => {
    const visible = ordered(some).slice(0, Math.max(room, 0));
    room -= visible.length;
    return visible.length ? section(name, some.length, visible) : '';
  }));
  $('empty').hidden = tasks.length > 0;
  $('order').hidden = !tasks.length;
  $('more').hidden = tasks.length <= shown;
  $('count').textContent = tasks.length ? say(total > tasks.length ? 'countOf' : 'count', tasks.length, total) : '';
  outbox();
}

function section(name, count, some) {
  return make('section', {'aria-labelledby': 'h-' + name},
    make('h2', {id: 'h-' + name}, say(name), make('span', {class: 'my-count'}, String(count))),
    make('ul', {class: 'my-list'}, ...some.map(task => make('li', {}, card(task)))));
}

function card(task) {
  const entry = waiting.get(task.id);
  return make('a', {class: 'my-card', href: '/my/' + task.id},
    picture(task),
    make('span', {class: 'my-what'},
      make('strong', {}, task.className || task.words),
      make('span', {class: 'my-lamps'}, entry ? state(entry) : lamp(task.due, task.near),
        position ? make('span', {class: 'my-far'}, distance(metres(task.place))) : null),
      make('span', {class: 'my-where'}, task.where),
      make('span', {class: 'gc-muted'}, `${task.title} · ${task.number}`)));
}

function picture(task) {
  const frame = make('span', {class: 'my-thumb'});
  if (!task.thumbnail) return frame;
  const image = make('img', {src: task.thumbnail, alt: '', loading: 'lazy', width: '96', height: '96'});
  image.addEventListener('error', () => image.remove());
  frame.append(image);
  return frame;
}

function state(entry) {
  return make('span', {class: 'my-state my-state-' + entry.state}, say('state.' + entry.state));
}

/** What is on its way though its task has left the list. */
function outbox() {
  const listed = new Set(tasks.map(task => task.id));
  const others = [...waiting.values()].filter(entry => !listed.has(entry.taskId));
  $('outbox').hidden = !others.length;
  $('outbox-list').replaceChildren(...others.map(entry => make('li', {},
    make('a', {class: 'my-card', href: '/my/' + entry.taskId},
      make('span', {class: 'my-what'}, make('strong', {}, entry.title), state(entry))))));
}
