/* What the pages of the studio say, as the page that they stand in says it. */

export function wordsOf(node) {
  const words = JSON.parse(node.dataset.words);
  return (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, String(value)), words[key] ?? key);
}
