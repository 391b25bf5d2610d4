/* The form itself: what shows, what is required, drafts, refusals. */

import {hold, inputOf} from './fields.js';
import {make} from './make.js';
import {say} from './words.js';

const DRAFT = 'gc-draft:';
export const DRAFT_LIVES = 7 * 24 * 3600 * 1000;

export class Behaviour extends HTMLElement {
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

export function stop(event) {
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
