/* What the engine's web apps have in common here: the reader's language, our name and our mark. */
const cookie = document.cookie.match(/(?:^|; )gc-lang=(zh|en)/);

/** The language somebody chose goes before their browser's. */
export const english = cookie ? cookie[1] === 'en' : navigator.language.startsWith('en');

const base = document.querySelector('base');
const STORE = 'camunda-web';

/**
 * The one language to speak: of several, whichever is loaded last would say the dates. Its words are put where the web
 * app keeps them before it starts, for what it draws sooner than they arrive bears their keys for good.
 */
export async function speaking(language) {
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  const key = `${folder}_locales_data_${language}_${window.bust}`;
  try {
    const kept = JSON.parse(localStorage.getItem(STORE) || '{}');
    if (!kept[key]) {
      const answer = await fetch(`${folder}${language}.json?bust=${window.bust}`);
      kept[key] = JSON.stringify(await answer.json());
      localStorage.setItem(STORE, JSON.stringify(kept));
    }
  } catch { /* then the web app loads them itself */ }
  return {availableLocales: [language], fallbackLocale: language};
}

/** What stands in front of the window's name and in its tab. */
export function named(chinese, englishName) {
  return {name: english ? englishName : chinese, vendor: english ? 'GridCase' : '网格案'};
}

document.querySelector('link[rel="icon"]')?.setAttribute('href', '/gridcase/mark.svg');

/** Leaves out plugins of the web app itself, each named point:id; they are read when it starts. */
export function without(...plugins) {
  base.setAttribute('cam-exclude-plugins', plugins.join(','));
}
