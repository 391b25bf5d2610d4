/* The Cockpit as GridCase runs it: for looking; who steps in does so on our page, with a reason. */
import {english, named, speaking, without} from '/gridcase/webapps.js';

without('cockpit.processDefinition.runtime.action', 'cockpit.processInstance.runtime.action', 'cockpit.incident.action',
  'cockpit.jobDefinition.action', 'cockpit.repository.deployment.action', 'cockpit.navigation:batch',
  'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime');

export default {
  app: named('流程监控', 'Cockpit'),
  dateFormat: {normal: 'LLL', long: 'LLLL'},
  locales: await speaking(english ? 'en' : 'zh'),
  customScripts: ['gridcase/plugins'],
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN'
};
