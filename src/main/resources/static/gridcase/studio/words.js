/* What our scripts say, in the page's language. */
const said = new Map([...document.querySelectorAll('#words li')].map(one => [one.dataset.key, one.textContent]));

export const say = (key, ...arguments_) =>
  arguments_.reduce((text, value, at) => text.replace(`{${at}}`, value), said.get(key) ?? key);

export const chinese = document.documentElement.lang.startsWith('zh');
