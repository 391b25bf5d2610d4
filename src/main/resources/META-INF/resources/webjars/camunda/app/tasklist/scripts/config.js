/* The Tasklist as GridCase runs it: Chinese first, without what the engine's doors don't answer here. */
import {english, named, speaking, without} from '/gridcase/webapps.js';

without('tasklist.navbar.action:create-task-action', 'tasklist.task.action:task-action-comment',
  'tasklist.task.detail:task-detail-history', 'tasklist.task.detail:task-detail-description');

export default {
  app: named('任务', 'Tasks'),
  dateFormat: {normal: 'LLL', long: 'LLLL'},
  locales: await speaking(english ? 'en' : 'zh'),
  customScripts: ['gridcase/plugins'],
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN',
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the currently selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list'},
    focusList: {key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form'},
    startProcess: {key: 'ctrl+alt+p', description: 'opens the start process modal dialog'}
  }
};
