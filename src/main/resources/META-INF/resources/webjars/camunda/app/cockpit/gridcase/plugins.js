/* What GridCase adds to the Cockpit: deadlines, wherever a supervisor looks. */
import '/gridcase/webapps-names.js';
import {english, otherLanguage} from '/gridcase/webapps.js';
import dashboard from './dashboard.js';
import deadlines from './deadlines.js';
import ended from './ended.js';
import ledger from './ledger.js';
import overlays from './overlays.js';
import {say} from './words.js';

document.documentElement.lang = english ? 'en' : 'zh-CN';

function link(id, path, label, priority) {
  return {
    id,
    pluginPoint: 'cockpit.navigation',
    priority,
    properties: {label, pagePath: '#' + path, checkActive: url => url.includes('#' + path)}
  };
}

const language = {
  id: 'gridcase-language',
  pluginPoint: 'cockpit.navigation',
  priority: 1,
  render: node => node.append(otherLanguage()),
  properties: {checkActive: () => false},
  unmount: () => {}
};

export default [
  link('gridcase-deadlines-link', '/gridcase-deadlines', say.deadlines, 31),
  link('gridcase-ended-link', '/gridcase-ended', say.ended, 30),
  language, dashboard, deadlines, ...ended, ledger, overlays
];
