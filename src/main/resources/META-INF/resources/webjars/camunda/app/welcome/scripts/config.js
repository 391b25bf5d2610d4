/* The start page of the web apps: Chinese first, the language somebody chose before their browser's. */
const cookie = document.cookie.match(/(?:^|; )gc-lang=(zh|en)/);
const chosen = cookie ? cookie[1] : null;

export default {
  app: {name: chosen === 'en' ? 'GridCase' : '网格案', vendor: 'GridCase 网格案'},
  locales: {availableLocales: chosen ? [chosen] : ['zh', 'en'], fallbackLocale: chosen || 'zh'},
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN'
};
