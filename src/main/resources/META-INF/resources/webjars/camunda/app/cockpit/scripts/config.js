/* The Cockpit as GridCase runs it. */
import {named} from '/gridcase/webapps.js';

export default {
  app: named('流程监控', 'Cockpit'),
  customScripts: ['gridcase/plugins'],
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN'
};
