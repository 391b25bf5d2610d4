/* Fields: a host that starts late may blank them, so each one's value is held. */

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

export function hold(input) {
  if (!holders.has(input)) holders.set(input, new Holder(input));
  return holders.get(input);
}

export function inputOf(form, id) {
  return form.querySelector('#' + CSS.escape(id));
}
