/* The start page of the web apps as GridCase runs it: Chinese first. */
import {english, named, speaking} from '/gridcase/webapps.js';

export default {
  app: named('首页', 'Start'),
  locales: await speaking(english ? 'en' : 'zh'),
  links: [{label: english ? 'Desk' : '工作台', href: '/home', description: english ? 'Cases, dispatch, my tasks' : '案件、派遣、我的任务'}],
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN'
};
