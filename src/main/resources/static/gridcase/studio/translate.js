/* The editors' own words, in Chinese where the page is. */
import { zh as shipped } from './vendor/zh.js';
import { chinese } from './words.js';
import ours from './zh.js';

const known = new Map([...Object.entries(shipped), ...Object.entries(ours)]);
/* The panel's head writes the same words with other capitals. */
const anyCase = new Map([...known].map(([words, said]) => [words.toLowerCase(), said]));

export function translate(template, values = {}) {
  const text = chinese ? known.get(template) ?? anyCase.get(template.toLowerCase()) ?? template : template;
  return text.replace(/{([^}]+)}/g, (whole, name) => values[name] ?? whole);
}

export const translation = { translate: ['value', translate] };
