/* Photos taken but not yet sent survive a reload in the browser's own database. */

import {DRAFT_LIVES} from './behaviour.js';
import {make} from './make.js';
import {answerOf, csrf} from './server.js';
import {Widget} from './widget.js';
import {say} from './words.js';

const pending = {
  open() {
    return new Promise((done, failed) => {
      const request = indexedDB.open('gridcase', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('photos', {keyPath: 'key'});
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  },
  async with(mode, work) {
    try {
      const store = (await this.open()).transaction('photos', mode).objectStore('photos');
      return await new Promise((done, failed) => {
        const request = work(store);
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    } catch {
      return null;
    }
  },
  put(photo) { return this.with('readwrite', store => store.put(photo)); },
  remove(key) { return this.with('readwrite', store => store.delete(key)); },
  async of(place) {
    const all = await this.with('readonly', store => store.getAll()) || [];
    for (const old of all.filter(photo => Date.now() - photo.at > DRAFT_LIVES)) this.remove(old.key);
    return all.filter(photo => photo.place === place && Date.now() - photo.at <= DRAFT_LIVES);
  }
};

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Small and as data, which the engine's web apps allow in a picture's place; what is no picture stays unseen. */
async function preview(blob, image) {
  try {
    const picture = await createImageBitmap(blob, {resizeWidth: 240});
    const canvas = make('canvas', {width: picture.width, height: picture.height});
    canvas.getContext('2d').drawImage(picture, 0, 0);
    image.src = canvas.toDataURL('image/jpeg');
    picture.close();
  } catch { /* the server says in words what is wrong with it */ }
}

export class PhotoUpload extends Widget {
  async start() {
    this.most = Number(this.getAttribute('most') || 6);
    this.place = (this.form.dataset.taskId || this.form.dataset.form) + '/' + this.getAttribute('for');
    this.items = [];
    this.list = make('div', {class: 'gc-thumbs', role: 'list'});
    this.note = make('p', {class: 'gc-hint', role: 'status'});
    this.replaceChildren(this.list, this.tools(), this.note);
    window.addEventListener('online', () => this.items.filter(item => item.waiting).forEach(item => this.send(item)));
    for (const photo of await pending.of(this.place)) this.add(photo);
  }

  tools() {
    const tools = make('div', {class: 'gc-place-tools gc-add'});
    if (matchMedia('(pointer: coarse)').matches) tools.append(this.chooser('take', {capture: 'environment'}));
    tools.append(this.chooser('choose', {multiple: true}));
    return tools;
  }

  chooser(words, more) {
    const input = make('input', {type: 'file', accept: 'image/jpeg,image/png,image/webp', class: 'gc-value',
      tabindex: '-1', 'aria-hidden': 'true', ...more});
    input.addEventListener('change', event => {
      event.stopPropagation();
      this.chosen([...input.files]);
      input.value = '';
    });
    input.addEventListener('input', event => event.stopPropagation());
    const button = make('button', {type: 'button', class: 'gc-button', onclick: () => input.click()}, say(this, words));
    return make('span', {}, button, input);
  }

  get busy() { return this.items?.some(item => item.sending || item.waiting); }

  chosen(files) {
    const room = this.most - this.items.length;
    this.note.textContent = files.length > room ? say(this, 'most', this.most) : '';
    for (const file of files.slice(0, Math.max(room, 0))) {
      const photo = {key: newKey(), place: this.place, at: Date.now(), blob: file};
      pending.put(photo);
      this.add(photo);
    }
  }

  add(photo) {
    const item = {photo, node: this.frame(null)};
    preview(photo.blob, item.node.querySelector('img'));
    item.node.querySelector('.gc-remove').addEventListener('click', () => this.drop(item));
    this.items.push(item);
    this.list.append(item.node);
    this.send(item);
  }

  frame(src) {
    return make('div', {class: 'gc-photo', role: 'listitem'},
      make('img', {src, alt: say(this, 'photo')}),
      make('button', {type: 'button', class: 'gc-remove', 'aria-label': say(this, 'remove')}, '×'));
  }

  send(item) {
    if (item.sending) return;
    item.sending = true;
    item.waiting = false;
    this.words(item, '');
    const bar = make('progress', {max: '1', value: '0', 'aria-label': say(this, 'photo')});
    item.node.append(bar);
    const body = new FormData();
    body.append('file', item.photo.blob, 'photo');
    const request = new XMLHttpRequest();
    request.open('POST', this.getAttribute('to') || '/photos');
    request.setRequestHeader('X-GC-CSRF', csrf());
    request.setRequestHeader('Idempotency-Key', item.photo.key);
    request.setRequestHeader('Accept', 'application/json');
    const me = document.getElementById('main')?.dataset.me;
    if (me) request.setRequestHeader('X-GC-Account', me);
    request.upload.onprogress = event => { if (event.lengthComputable) bar.value = event.loaded / event.total; };
    request.onloadend = () => {
      item.sending = false;
      bar.remove();
      this.answered(item, request);
    };
    item.request = request;
    request.send(body);
  }

  answered(item, request) {
    if (item.dropped) return;
    const told = answerOf(request);
    if (request.status === 403 && told.code === 'shared.tokenAged' && !item.renewed) {
      // a page brings a new token
      item.renewed = true;
      fetch('/report', {credentials: 'same-origin'}).finally(() => this.send(item));
    } else if (request.status === 401 || (request.status < 300 && request.status >= 200 && !told.id)) {
      // signed out meanwhile: it stays here until somebody is signed in again
      item.waiting = true;
      this.words(item, say(this, 'signedOut'));
      setTimeout(() => { if (item.waiting) this.send(item); }, 60000);
    } else if (request.status === 0 || request.status >= 500 || request.status === 429) {
      item.waiting = true;
      this.words(item, say(this, 'waiting'));
      setTimeout(() => { if (item.waiting) this.send(item); }, 10000);
    } else if (request.status >= 200 && request.status < 300) {
      item.id = told.id;
      pending.remove(item.photo.key);
      this.write();
    } else {
      pending.remove(item.photo.key);
      this.words(item, told.detail || say(this, 'failed'));
    }
  }

  words(item, text) {
    item.node.querySelector('.gc-photo-words')?.remove();
    if (text) item.node.append(make('p', {class: 'gc-photo-words', role: 'status'}, text));
  }

  drop(item) {
    item.dropped = true;
    item.request?.abort();
    if (item.photo) pending.remove(item.photo.key);
    this.items = this.items.filter(other => other !== item);
    item.node.remove();
    this.note.textContent = '';
    this.write();
  }

  write() {
    this.holder.fill(this.items.filter(item => item.id).map(item => item.id).join(','));
  }

  shown(value) {
    if (!this.items) return;
    const known = this.items.map(item => item.id);
    for (const id of value.split(',').filter(id => /^[0-9a-f-]{36}$/i.test(id) && !known.includes(id))) {
      const item = {id, node: this.frame(`${this.getAttribute('to') || '/photos'}/${id}/thumbnail`)};
      item.node.querySelector('.gc-remove').addEventListener('click', () => this.drop(item));
      this.items.push(item);
      this.list.append(item.node);
    }
  }
}
