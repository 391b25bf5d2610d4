// The editors' own words in Chinese.
export { default as zh } from 'bpmn-js-i18n/translations/zn.js';
