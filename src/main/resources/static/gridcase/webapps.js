/* What the engine's web apps have in common here: the reader's language, our name and our mark. */
const cookie = document.cookie.match(/(?:^|; )gc-lang=(zh|en)/);

/** The language somebody chose goes before their browser's. */
export const english = cookie ? cookie[1] === 'en' : navigator.language.startsWith('en');

const language = english ? 'en' : 'zh';

/** One only: whichever is loaded last would say the dates. */
export const locales = {availableLocales: [language], fallbackLocale: language};

/** What stands in front of the window's name and in its tab. */
export function named(chinese, englishName) {
  return {name: english ? englishName : chinese, vendor: english ? 'GridCase' : '网格案'};
}

document.querySelector('link[rel="icon"]')?.setAttribute('href', '/gridcase/mark.svg');

/** Leaves out plugins of the web app itself, each named point:id; they are read when it starts. */
export function without(...plugins) {
  document.querySelector('base').setAttribute('cam-exclude-plugins', plugins.join(','));
}
