/* The editors' own words, in Chinese where the page is. */
import { zh as shipped } from './vendor/zh.js';
import { chinese } from './words.js';
import ours from './zh.js';

const known = new Map([...Object.entries(shipped), ...Object.entries(ours)]);

export function translate(template, values = {}) {
  const text = chinese ? known.get(template) ?? template : template;
  return text.replace(/{([^}]+)}/g, (whole, name) => values[name] ?? whole);
}

export const translation = { translate: ['value', translate] };
