/* Widgets of forms: custom elements that show a case or fill in a field, alike in the Tasklist and on our own pages. */

const WORDS = {
  zh: {
    loading: '正在加载…', gone: '没有取到数据，请检查网络后重试。', again: '重试', close: '关闭', change: '重选',
    stage: '阶段', class: '类别', place: '地点', limit: '处置时限', due: '到期', late: '已超期', unit: '责任单位', reported: '上报时间',
    returns: '退回', reworks: '返工', times: '次', timeline: '办理经过', noClass: '尚未确定', before: '处置前', after: '处置后',
    noPhotos: '没有照片。', photo: '照片', take: '拍照', choose: '选择照片', remove: '移除这张照片', waiting: '网络断开，恢复后自动上传', signedOut: '请重新登录，照片还在这台手机上',
    failed: '上传失败', most: '最多 {0} 张，其余未加入。', uploading: '照片还在上传，请稍候。', noProposals: '没有推荐，请自行选择类别。',
    sure: '把握 {0}%', search: '输入名称、关键词或代码', nothing: '没有找到。', proposed: '推荐', filter: '输入名称筛选',
    number: '输入案件编号', find: '查找', here: '使用本机位置', centre: '取地图中心', noPosition: '取不到本机位置，请在地图上点选。',
    unplaced: '尚未选定位置', required: '请填写“{0}”。', requiredPhoto: '请至少上传一张“{0}”。', resident: '市民', system: '系统', assistant: '智能助手', pin: '案件位置',
    claimFirst: '认领后即可办理，同事便不会重复办理。', claim: '认领并办理', held: '已由同事认领，只能查看。'
  },
  en: {
    loading: 'Loading…', gone: 'Nothing came back. Check the connection and try again.', again: 'Try again', close: 'Close', change: 'Change',
    stage: 'Stage', class: 'Class', place: 'Place', limit: 'Time to handle', due: 'Due', late: 'overdue', unit: 'Responsible unit', reported: 'Reported',
    returns: 'Sent back', reworks: 'Reworked', times: '×', timeline: 'What happened', noClass: 'not set yet', before: 'Before', after: 'After',
    noPhotos: 'No photos.', photo: 'Photo', take: 'Take a photo', choose: 'Choose photos', remove: 'Remove this photo', waiting: 'Offline: will be uploaded later', signedOut: 'Please sign in again; the photo is kept here',
    failed: 'Upload failed', most: 'At most {0}; the others were left out.', uploading: 'Photos are still being uploaded.', noProposals: 'No proposal: please choose a class.',
    sure: '{0}% sure', search: 'Name, keyword or code', nothing: 'Nothing found.', proposed: 'proposed', filter: 'Filter by name',
    number: 'Case number', find: 'Find', here: 'Use my position', centre: 'Use the centre of the map', noPosition: 'No position: please tap the map.',
    unplaced: 'No place chosen yet', required: 'Please fill in “{0}”.', requiredPhoto: 'Please upload at least one photo under “{0}”.', resident: 'resident', system: 'system', assistant: 'assistant', pin: 'Place of the case',
    claimFirst: 'Claim it to work on it; colleagues will leave it alone.', claim: 'Claim and start', held: 'A colleague has claimed it: you can only look at it.'
  }
};

function language(node) {
  const near = node.closest('[lang]') || document.documentElement;
  return near.lang.startsWith('en') ? 'en' : 'zh';
}

function say(node, key, ...values) {
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), WORDS[language(node)][key]);
}

/** Builds an element; strings become text, never markup. */
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child != null));
  return node;
}

/* -- talking to the server -- */

class Refused extends Error {}

async function getJson(url) {
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

function csrf() {
  const cookie = document.cookie.match(/(?:^|; )GC-CSRF=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : '';
}

/** Empty for a page, which is no answer. */
function answerOf(request) {
  try { return JSON.parse(request.responseText); } catch { return {}; }
}

const tasks = new WeakMap();

/** What is known of the form's task; asked for once per form. */
function taskOf(widget) {
  const form = widget.closest('form') || widget;
  if (!tasks.has(form)) tasks.set(form, getJson('/work/tasks/' + encodeURIComponent(widget.getAttribute('task-id'))));
  return tasks.get(form);
}

/* -- fields: a host that starts late may blank them, so each one's value is held -- */

const holders = new WeakMap();

class Holder {
  constructor(input) {
    this.input = input;
    this.value = input.value;
    this.listeners = [];
    const native = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value');
    const holder = this;
    Object.defineProperty(input, 'value', {
      configurable: true,
      get() { return native.get.call(this); },
      set(value) {
        native.set.call(this, value);
        holder.setByHost(native.get.call(this));
      }
    });
    this.native = native;
    input.addEventListener('input', () => this.take(native.get.call(input)));
  }

  setByHost(value) {
    if (value === this.value) return;
    if (value === '' && this.value !== '') {
      const kept = this.value;
      setTimeout(() => { if (this.value === kept) this.fill(kept); });
    } else {
      this.take(value);
    }
  }

  take(value) {
    if (value === this.value) return;
    this.value = value;
    this.listeners.forEach(listener => listener(value));
  }

  fill(value) {
    this.take(value);
    this.native.set.call(this.input, value);
    for (const event of ['input', 'change']) this.input.dispatchEvent(new Event(event, {bubbles: true}));
  }
}

function hold(input) {
  if (!holders.has(input)) holders.set(input, new Holder(input));
  return holders.get(input);
}

function inputOf(form, id) {
  return form.querySelector('#' + CSS.escape(id));
}

/* -- the form itself: what shows, what is required, drafts, refusals -- */

const DRAFT = 'gc-draft:';
const DRAFT_LIVES = 7 * 24 * 3600 * 1000;

class Behaviour extends HTMLElement {
  connectedCallback() {
    if (this.form) return;
    this.form = this.closest('form');
    this.key = DRAFT + (this.form.dataset.taskId || this.form.dataset.form);
    for (const input of this.inputs()) if (input.type !== 'checkbox') hold(input);
    this.restore();
    this.offerClaim();
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('change', () => this.changed());
    this.form.addEventListener('submit', event => { if (!this.check()) stop(event); }, true);
    this.onClick = event => this.clicked(event);
    document.addEventListener('click', this.onClick, true);
    this.watchRefusals();
    this.changed();
  }

  disconnectedCallback() {
    setTimeout(() => {
      if (this.isConnected) return;
      document.removeEventListener('click', this.onClick, true);
      this.refusals?.disconnect();
      if (this.sent) this.clearDraft();
    });
  }

  /** The Tasklist's own button is small and far from the form; its styles say when this one shows. */
  offerClaim() {
    this.form.prepend(make('p', {class: 'gc-held'}, say(this, 'held')), make('div', {class: 'gc-claim'}, make('span', {}, say(this, 'claimFirst')),
      make('button', {type: 'button', class: 'gc-button', onclick: () => document.querySelector('button.claim')?.click()}, say(this, 'claim'))));
  }

  inputs() {
    return [...this.form.querySelectorAll('[cam-variable-name]')];
  }

  fields() {
    return [...this.form.querySelectorAll('.gc-field[data-field]')];
  }

  valueOf(key) {
    const input = inputOf(this.form, 'gc-' + key);
    if (!input) return '';
    return input.type === 'checkbox' ? String(input.checked) : input.value.trim();
  }

  holds(condition) {
    if (!condition) return false;
    const [key, values] = condition.split('=');
    return values.split(',').includes(this.valueOf(key));
  }

  required(field) {
    return !field.hidden && (field.dataset.required != null || field.dataset.forced != null
      || this.holds(field.dataset.requiredWhen));
  }

  changed() {
    for (const field of this.fields()) {
      if (field.dataset.showWhen) field.hidden = !this.holds(field.dataset.showWhen);
    }
    for (const field of this.fields()) {
      const required = this.required(field);
      const mark = field.querySelector('.gc-mark');
      if (mark) mark.hidden = !required;
      if (this.valueOf(field.dataset.field) || !required) this.tell(field, '');
    }
    clearTimeout(this.saving);
    this.saving = setTimeout(() => this.save(), 300);
  }

  /** Says beside each field what is missing; the server says the rest. */
  check() {
    let first = null;
    for (const field of this.fields()) {
      const missing = this.required(field) && !this.valueOf(field.dataset.field);
      const label = field.querySelector('.gc-label')?.firstChild?.textContent || '';
      const photos = field.querySelector('gc-photos');
      const busy = !field.hidden && photos?.busy;
      const words = busy ? say(this, 'uploading')
        : missing ? say(this, photos ? 'requiredPhoto' : 'required', label) : '';
      this.tell(field, words);
      if (words && !first) first = field;
    }
    if (first) {
      first.scrollIntoView({block: 'center'});
      first.querySelector('input:not(.gc-value), textarea, select, button')?.focus({preventScroll: true});
    }
    return !first;
  }

  tell(field, words) {
    const place = field.querySelector('.gc-error');
    if (!place) return;
    place.textContent = words;
    place.hidden = !words;
    field.classList.toggle('gc-invalid', !!words);
  }

  /** The Tasklist's button stands outside the form. */
  clicked(event) {
    const button = event.target.closest?.('button[ng-click="complete()"], button[ng-click^="startProcess"]');
    if (!button || button.disabled) return;
    if (!this.check()) {
      stop(event);
      return;
    }
    this.sent = true;
    this.refused('');
  }

  /** Puts the Tasklist's notice of a refusal into the form as well, where the person is looking. */
  watchRefusals() {
    if (!document.querySelector('[notifications-panel]')) return;
    this.refusals = new MutationObserver(() => {
      const notice = [...document.querySelectorAll('.notifications .alert-danger .message')].pop();
      if (notice && this.sent) {
        this.sent = false;
        this.refused(notice.textContent.trim());
      }
    });
    this.refusals.observe(document.body, {childList: true, subtree: true, characterData: true});
  }

  refused(words) {
    const place = this.form.querySelector('.gc-refusal');
    place.textContent = words;
    place.hidden = !words;
    if (words) place.scrollIntoView({block: 'center'});
  }

  save() {
    const values = {};
    for (const input of this.inputs()) {
      const value = input.type === 'checkbox' ? input.checked : input.value;
      if (value) values[input.name] = value;
    }
    try {
      if (Object.keys(values).length) localStorage.setItem(this.key, JSON.stringify({at: Date.now(), values}));
      else localStorage.removeItem(this.key);
    } catch { /* a full store loses the draft, not the form */ }
  }

  restore() {
    prune();
    let draft = null;
    try {
      draft = JSON.parse(localStorage.getItem(this.key));
    } catch { /* not ours */ }
    for (const input of draft ? this.inputs() : []) {
      const value = draft.values[input.name];
      if (input.type === 'checkbox') input.checked = value === true;
      else if (value && !input.value) hold(input).fill(String(value));
    }
  }

  clearDraft() {
    clearTimeout(this.saving);
    localStorage.removeItem(this.key);
  }
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function prune() {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(DRAFT)) continue;
    try {
      if (Date.now() - JSON.parse(localStorage.getItem(key)).at > DRAFT_LIVES) localStorage.removeItem(key);
    } catch {
      localStorage.removeItem(key);
    }
  }
}

/* -- widgets -- */

class Widget extends HTMLElement {
  connectedCallback() {
    if (this.ready) return;
    this.ready = true;
    this.form = this.closest('form');
    const id = this.getAttribute('for');
    if (id) {
      this.holder = hold(inputOf(this.form, id));
      this.holder.listeners.push(value => this.shown(value));
    }
    this.begin();
  }

  get value() { return this.holder ? this.holder.value : ''; }

  async begin() {
    try {
      await this.start();
      if (this.holder) this.shown(this.value);
    } catch (failure) {
      this.failed(failure);
    }
  }

  failed(failure) {
    const words = failure instanceof Refused && failure.message ? failure.message : say(this, 'gone');
    this.replaceChildren(
      make('p', {class: 'gc-muted', role: 'status'}, words),
      make('button', {type: 'button', class: 'gc-button', onclick: () => {
        tasks.delete(this.form);
        this.replaceChildren();
        this.begin();
      }}, say(this, 'again')));
  }

  async start() {}
  shown(_value) {}
}

class Choice extends Widget {
  async start() {
    this.addEventListener('change', event => this.holder.fill(event.target.value));
  }

  shown(value) {
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === value;
  }
}

function when(node, instant) {
  return new Date(instant).toLocaleString(language(node) === 'en' ? 'en-GB' : 'zh-CN',
    {year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit'});
}

class CaseFacts extends Widget {
  async start() {
    this.replaceChildren(make('p', {class: 'gc-muted'}, say(this, 'loading')));
    const it = await taskOf(this);
    const lines = [
      [say(this, 'class'), it.className ? `${it.className} ${it.serviceCode}` : say(this, 'noClass')],
      [say(this, 'place'), [it.address, it.area].filter(Boolean).join(' · ')],
      [say(this, 'reported'), when(this, it.reportedAt)],
      [say(this, 'limit'), it.limit],
      [say(this, 'due'), it.dueAt && this.due(it)],
      [say(this, 'unit'), it.unit],
      [say(this, 'returns'), it.returns ? `${it.returns} ${say(this, 'times')}` : null],
      [say(this, 'reworks'), it.reworks ? `${it.reworks} ${say(this, 'times')}` : null]
    ].filter(line => line[1]);
    this.replaceChildren(
      make('div', {class: 'gc-case-head'},
        make('span', {class: 'gc-case-number'}, it.number), make('span', {class: 'gc-muted'}, it.stage)),
      make('p', {class: 'gc-case-words'}, it.description),
      make('dl', {class: 'gc-facts'}, ...lines.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])),
      this.timeline(it.timeline));
  }

  due(it) {
    return make('span', {class: 'gc-lamp ' + (it.late ? 'gc-lamp-red' : 'gc-lamp-green')},
      when(this, it.dueAt) + (it.late ? ' ' + say(this, 'late') : ''));
  }

  timeline(steps) {
    const who = actor => WORDS[language(this)][actor] || actor;
    const worded = steps.some(step => step.reason);
    return make('details', {class: 'gc-timeline', open: worded && steps.length < 12},
      make('summary', {}, `${say(this, 'timeline')} (${steps.length})`),
      make('ol', {}, ...steps.map(step => make('li', {},
        make('span', {}, step.move), ' ',
        make('span', {class: 'gc-muted'}, `${who(step.actor)} · ${when(this, step.at)}`),
        step.reason ? make('q', {}, step.reason) : null))));
  }
}

/** Before beside after, each thumbnail opening them large. */
class Pictures extends Widget {
  async start() {
    const it = await taskOf(this);
    const groups = [['before', it.before], ['after', it.after]].filter(([, pictures]) => pictures.length);
    if (!groups.length) {
      this.replaceChildren(make('p', {class: 'gc-muted'}, say(this, 'noPhotos')));
      return;
    }
    this.replaceChildren(make('div', {class: 'gc-pair'}, ...groups.map(([moment, pictures]) =>
      make('section', {}, make('h5', {}, say(this, moment)),
        make('div', {class: 'gc-thumbs'}, ...pictures.map((picture, i) => this.thumb(picture, moment, i, it)))))));
  }

  thumb(picture, moment, i, it) {
    const other = moment === 'before' ? it.after : it.before;
    const name = `${say(this, moment)} ${i + 1}`;
    const beside = other[Math.min(i, other.length - 1)];
    const pair = [{src: picture.display, name}];
    if (beside) {
      const second = {src: beside.display, name: say(this, moment === 'before' ? 'after' : 'before')};
      if (moment === 'before') pair.push(second); else pair.unshift(second);
    }
    return make('button', {type: 'button', class: 'gc-thumb', onclick: () => large(this, pair)},
      make('img', {src: picture.thumbnail, alt: name, loading: 'lazy'}));
  }
}

function large(node, pictures) {
  const close = make('button', {type: 'button', class: 'gc-button', onclick: () => dialog.close()}, say(node, 'close'));
  const dialog = make('dialog', {class: 'gc-large', lang: language(node), 'aria-label': pictures.map(one => one.name).join(', ')},
    make('div', {class: 'gc-large-pictures'}, ...pictures.map(one =>
      make('figure', {}, make('img', {src: one.src, alt: one.name}), make('figcaption', {}, one.name)))),
    close);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
}

/* -- photos taken but not yet sent survive a reload in the browser's own database -- */

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

class PhotoUpload extends Widget {
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

/* -- maps -- */

let leaflet = null;

function maps() {
  if (!leaflet) {
    if (!document.querySelector('link[data-gc-leaflet]')) {
      document.head.append(make('link', {rel: 'stylesheet', href: '/webjars/leaflet/dist/leaflet.css', 'data-gc-leaflet': true}));
    }
    leaflet = import('/webjars/leaflet/dist/leaflet-src.esm.js');
  }
  return leaflet;
}

/** A map cannot choose its zoom in a box that its host has yet to show. */
function sized(box) {
  return new Promise(done => {
    const watch = new ResizeObserver(() => {
      if (!box.clientWidth) return;
      watch.disconnect();
      done();
    });
    watch.observe(box);
  });
}

/** The city's outlines, drawn from our own server: no tiles, no network beyond it. */
async function draw(box, centre, zoom) {
  const [L, streets] = await Promise.all([maps(), getJson('/map/areas?level=street'), sized(box)]);
  const map = L.map(box, {preferCanvas: true, attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.5});
  const outline = L.geoJSON(streets, {interactive: false, style: {color: '#7d94a8', weight: 1.5, fillColor: '#ffffff', fillOpacity: 0.9}}).addTo(map);
  if (centre) map.setView([centre.latitude, centre.longitude], zoom);
  else map.fitBounds(outline.getBounds());
  const grids = L.geoJSON(null, {interactive: false, style: {color: '#b4c3d0', weight: 1, fill: false}}).addTo(map);
  const near = async () => {
    if (map.getZoom() < 14.5 || !box.clientWidth) return grids.clearLayers();
    const at = map.getBounds();
    const bbox = [at.getWest(), at.getSouth(), at.getEast(), at.getNorth()].map(one => one.toFixed(5)).join(',');
    const shapes = await getJson('/map/areas?level=grid&bbox=' + bbox);
    grids.clearLayers();
    return grids.addData(shapes);
  };
  map.on('moveend', () => near().catch(() => {}));
  near().catch(() => {});
  new ResizeObserver(() => map.invalidateSize()).observe(box);
  return {L, map};
}

function pin(L, place, title) {
  const icon = L.divIcon({className: '', html: '', iconSize: [20, 20], iconAnchor: [10, 24]});
  icon.createIcon = () => {
    const node = make('div', {class: 'leaflet-marker-icon'}, make('div', {class: 'gc-pin'}));
    node.style.marginLeft = '-10px';
    node.style.marginTop = '-24px';
    return node;
  };
  return L.marker(place, {icon, keyboard: false, title});
}

class CaseMap extends Widget {
  async start() {
    const it = await taskOf(this);
    const box = make('div', {class: 'gc-mapbox', role: 'group', 'aria-label': say(this, 'pin') + ' ' + it.area});
    this.replaceChildren(box);
    const {L, map} = await draw(box, it.place, 15);
    pin(L, [it.place.latitude, it.place.longitude], it.area).addTo(map);
  }
}

class PlacePicker extends Widget {
  async start() {
    const box = make('div', {class: 'gc-mapbox'});
    this.words = make('span', {class: 'gc-muted', role: 'status'}, say(this, 'unplaced'));
    this.replaceChildren(box, make('div', {class: 'gc-place-tools'},
      make('button', {type: 'button', class: 'gc-button', onclick: () => this.locate()}, say(this, 'here')),
      make('button', {type: 'button', class: 'gc-button', onclick: () => this.choose(this.map.getCenter())}, say(this, 'centre')),
      this.words));
    const {L, map} = await draw(box, null, 12);
    this.L = L;
    this.map = map;
    map.on('click', event => this.choose(event.latlng));
  }

  choose(at) {
    this.holder.fill(`${at.lng.toFixed(6)},${at.lat.toFixed(6)}`);
  }

  locate() {
    navigator.geolocation.getCurrentPosition(
      found => this.choose({lng: found.coords.longitude, lat: found.coords.latitude}),
      () => { this.words.textContent = say(this, 'noPosition'); },
      {enableHighAccuracy: true, timeout: 10000});
  }

  shown(value) {
    const [lng, lat] = value.split(',').map(Number);
    if (!this.map || !value || !Number.isFinite(lng) || !Number.isFinite(lat)) return;
    this.marker?.remove();
    this.marker = pin(this.L, [lat, lng], '').addTo(this.map);
    this.map.setView([lat, lng], Math.max(this.map.getZoom(), 15));
    this.words.textContent = `${lng.toFixed(5)}, ${lat.toFixed(5)}`;
  }
}

/* -- choosing -- */

class Proposal extends Widget {
  async start() {
    const it = await taskOf(this);
    this.target = hold(inputOf(this.form, this.getAttribute('target')));
    this.target.listeners.push(() => this.press());
    if (!it.proposals.length) {
      this.replaceChildren(make('p', {class: 'gc-muted'}, say(this, 'noProposals')));
      return;
    }
    this.replaceChildren(make('div', {class: 'gc-options'}, ...it.proposals.map(guess =>
      make('button', {type: 'button', class: 'gc-button', 'data-value': guess.value, onclick: () => this.target.fill(guess.value)},
        `${guess.label} · ${say(this, 'sure', Math.round(guess.confidence * 100))}`))));
    this.press();
  }

  press() {
    for (const button of this.querySelectorAll('button')) {
      const pressed = button.dataset.value === this.target.value;
      button.setAttribute('aria-pressed', String(pressed));
      button.classList.toggle('gc-offer', pressed);
    }
  }
}

function offerButton(node, offer, pick) {
  return make('li', {}, make('button', {type: 'button', class: 'gc-offer', 'data-value': offer.value, onclick: () => pick(offer)},
    make('span', {}, offer.label), offer.proposed ? make('span', {class: 'gc-proposed'}, say(node, 'proposed')) : null,
    offer.detail ? make('small', {}, offer.detail) : null));
}

/** Searches as one types; what is chosen stands in place of the search. */
class Search extends Widget {
  async start() {
    this.list = make('ul', {class: 'gc-offers', hidden: true});
    this.box = make('input', {type: 'search', class: 'form-control', autocomplete: 'off', maxlength: '60',
      placeholder: say(this, this.prompt()), 'aria-labelledby': this.getAttribute('aria-labelledby')});
    for (const event of ['input', 'change']) this.box.addEventListener(event, it => it.stopPropagation());
    this.box.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.look(), 250);
    });
    this.box.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      stop(event);
      this.look();
    });
    this.chosen = make('div', {class: 'gc-chosen', hidden: true});
    this.replaceChildren(this.chosen, this.box, this.list);
  }

  async look() {
    const asked = this.box.value.trim();
    if (!asked) {
      this.list.hidden = true;
      return;
    }
    let found = [];
    try {
      found = await getJson(this.url(asked));
    } catch (failure) {
      this.list.replaceChildren(make('li', {class: 'gc-muted'}, failure.message || say(this, 'gone')));
      this.list.hidden = false;
      return;
    }
    if (asked !== this.box.value.trim()) return;
    this.list.replaceChildren(...(found.length ? found.map(offer => offerButton(this, offer, one => this.pick(one)))
      : [make('li', {class: 'gc-muted'}, say(this, 'nothing'))]));
    this.list.hidden = false;
  }

  pick(offer) {
    this.offer = offer;
    this.holder.fill(offer.value);
    this.shown(offer.value);
  }

  async shown(value) {
    if (!this.box) return;
    this.box.hidden = !!value;
    this.chosen.hidden = !value;
    if (!value) return;
    this.list.hidden = true;
    const offer = this.offer?.value === value ? this.offer
      : (await getJson(this.url(value)).catch(() => [])).find(one => one.value === value);
    if (this.value !== value) return;
    this.chosen.replaceChildren(make('strong', {}, offer ? offer.label : value),
      make('span', {class: 'gc-muted'}, offer?.detail || ''),
      make('button', {type: 'button', class: 'gc-button', onclick: () => {
        this.offer = null;
        this.holder.fill('');
        this.shown('');
        this.box.value = '';
        this.box.focus();
      }}, say(this, 'change')));
  }
}

class ClassSearch extends Search {
  prompt() { return 'search'; }
  url(asked) { return '/work/catalogue?q=' + encodeURIComponent(asked); }
}

class OtherCase extends Search {
  prompt() { return 'number'; }
  url(asked) { return '/work/cases?number=' + encodeURIComponent(asked); }
}

/** A short list with policy's proposal chosen beforehand; choosing another one makes the reason required. */
class ShortList extends Widget {
  async start() {
    const offers = await getJson(`/work/tasks/${encodeURIComponent(this.getAttribute('task-id'))}/${this.what()}`);
    this.proposed = offers.find(offer => offer.proposed)?.value;
    this.list = make('ul', {class: 'gc-offers'}, ...offers.map(offer => offerButton(this, offer, one => this.holder.fill(one.value))));
    this.replaceChildren(...(offers.length > 8 ? [this.filter()] : []), this.list);
    if (!this.value && this.proposed) this.holder.fill(this.proposed);
  }

  filter() {
    const box = make('input', {type: 'search', class: 'form-control', autocomplete: 'off', placeholder: say(this, 'filter'), 'aria-label': say(this, 'filter')});
    box.addEventListener('change', event => event.stopPropagation());
    box.addEventListener('input', event => {
      event.stopPropagation();
      const words = box.value.trim().toLowerCase();
      for (const line of this.list.children) line.hidden = !line.textContent.toLowerCase().includes(words);
    });
    return box;
  }

  shown(value) {
    if (!this.list) return;
    for (const button of this.list.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.value === value));
    }
    const reason = this.form.querySelector(`.gc-field[data-field="${CSS.escape(this.getAttribute('differs') || '')}"]`);
    if (!reason) return;
    if (value && this.proposed && value !== this.proposed) reason.dataset.forced = '';
    else delete reason.dataset.forced;
    this.form.querySelector('gc-behaviour')?.changed();
  }
}

class Rows extends ShortList {
  what() { return 'rows'; }
}

class Units extends ShortList {
  what() { return 'units'; }
}

/* Behaviour comes last, when the widgets it looks at are there. */
for (const [name, type] of Object.entries({
  'gc-choice': Choice, 'gc-case': CaseFacts, 'gc-pictures': Pictures, 'gc-photos': PhotoUpload, 'gc-map': CaseMap,
  'gc-place': PlacePicker, 'gc-proposal': Proposal, 'gc-class': ClassSearch, 'gc-other-case': OtherCase,
  'gc-row': Rows, 'gc-unit': Units, 'gc-behaviour': Behaviour
})) {
  if (!customElements.get(name)) customElements.define(name, type);
}

export default [];
