/* Choosing: a way on, a class, a row, a unit, another case. */

import {stop} from './behaviour.js';
import {hold, inputOf} from './fields.js';
import {make} from './make.js';
import {getJson, taskOf} from './server.js';
import {Widget} from './widget.js';
import {say} from './words.js';

export class Choice extends Widget {
  async start() {
    this.addEventListener('change', event => this.holder.fill(event.target.value));
  }

  shown(value) {
    for (const radio of this.querySelectorAll('input')) radio.checked = radio.value === value;
  }
}

export class Proposal extends Widget {
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

export class ClassSearch extends Search {
  prompt() { return 'search'; }
  url(asked) { return '/work/catalogue?q=' + encodeURIComponent(asked); }
}

export class OtherCase extends Search {
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

export class Rows extends ShortList {
  what() { return 'rows'; }
}

export class Units extends ShortList {
  what() { return 'units'; }
}
