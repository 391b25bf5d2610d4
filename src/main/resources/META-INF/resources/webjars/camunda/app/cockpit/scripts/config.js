/* The Cockpit as GridCase runs it. */
import {named} from '/gridcase/webapps.js';

export default {
  app: named('流程监控', 'Cockpit'),
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN'
};
