/* What all widgets share. */

import {hold, inputOf} from './fields.js';
import {make} from './make.js';
import {Refused, tasks} from './server.js';
import {say} from './words.js';

export class Widget extends HTMLElement {
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
