/* The Tasklist as GridCase runs it: Chinese first, the language somebody chose before their browser's. */
const cookie = document.cookie.match(/(?:^|; )gc-lang=(zh|en)/);
const chosen = cookie ? cookie[1] : null;

export default {
  app: {name: chosen === 'en' ? 'GridCase tasks' : '网格任务', vendor: 'GridCase 网格案'},
  dateFormat: {normal: 'LLL', long: 'LLLL'},
  locales: {availableLocales: chosen ? [chosen] : ['zh', 'en'], fallbackLocale: chosen || 'zh'},
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
