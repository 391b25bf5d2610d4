/* Words come with the page, in its language; elements are built, never written as markup. */

export function say(key, ...values) {
  const words = document.querySelector(`#words [data-word="${key}"]`)?.textContent ?? key;
  return values.reduce((text, value, i) => text.replace(`{${i}}`, value), words);
}

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter(child => child != null));
  return node;
}

function span(milliseconds) {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60000));
  if (minutes < 60) return say('minutes', minutes);
  const hours = Math.round(minutes / 60);
  return hours < 48 ? say('hours', hours) : say('days', Math.round(hours / 24));
}

/** Told apart by shape and words as well as by colour. */
export function lamp(due, near) {
  if (!due) return make('span', {class: 'gc-muted'}, say('noLimit'));
  const left = new Date(due) - Date.now();
  const colour = left < 0 ? 'red' : near && Date.now() >= new Date(near) ? 'amber' : 'green';
  const time = make('time', {datetime: due, title: new Date(due).toLocaleString(document.documentElement.lang)},
    say(left < 0 ? 'late' : 'left', span(left)));
  return make('span', {class: 'gc-lamp gc-lamp-' + colour}, time);
}

export function distance(metres) {
  return metres < 950 ? say('metres', Math.round(metres / 10) * 10) : say('kilometres', (metres / 1000).toFixed(1));
}
