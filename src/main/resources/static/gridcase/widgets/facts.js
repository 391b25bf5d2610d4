/* What a form shows of its case: facts, timeline, photos. */

import {countdown} from '/gridcase/countdown.js';
import {make} from './make.js';
import {taskOf} from './server.js';
import {Widget} from './widget.js';
import {WORDS, language, say} from './words.js';

function when(node, instant) {
  return new Date(instant).toLocaleString(language(node) === 'en' ? 'en-GB' : 'zh-CN',
    {year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit'});
}

export class CaseFacts extends Widget {
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
    return make('span', {}, when(this, it.dueAt) + ' ', it.left ? countdown(it.left) : it.late ? say(this, 'late') : '');
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

/** What is asked for, which the form decides. */
export class TimeRequest extends Widget {
  async start() {
    const {request} = await taskOf(this);
    if (!request) {
      this.replaceChildren(make('p', {class: 'gc-muted'}, say(this, 'nothingAsked')));
      return;
    }
    this.replaceChildren(make('dl', {class: 'gc-facts'}, ...[
      [say(this, 'asked'), [request.what, request.amount].filter(Boolean).join(' ')],
      [say(this, 'askedBy'), request.who],
      [say(this, 'askedAt'), when(this, request.at)],
      [say(this, 'why'), request.reason]
    ].flatMap(([name, value]) => [make('dt', {}, name), make('dd', {class: 'gc-words'}, value)])));
  }
}

/** Before beside after, each thumbnail opening them large. */
export class Pictures extends Widget {
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
