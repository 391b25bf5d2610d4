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

const PLACE = 'gc-place';
const ANEW = 10000;

/*
 * Whose session has ended is asked for their name by our page, not by the web app's form, which knows no password here.
 * They come back to the same task, where what they typed waits.
 */
function openAnew(event) {
  const last = JSON.parse(sessionStorage.getItem(PLACE) || '{"at": 0}');
  if (event.target.status !== 401 || Date.now() - last.at < ANEW) return;
  event.stopImmediatePropagation();
  sessionStorage.setItem(PLACE, JSON.stringify({at: Date.now(), page: location.pathname, hash: location.hash}));
  location.reload();
}

const opening = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function open(...how) {
  for (const moment of ['readystatechange', 'load', 'loadend']) this.addEventListener(moment, openAnew);
  return opening.apply(this, how);
};

const left = JSON.parse(sessionStorage.getItem(PLACE) || '{}');
if (left.hash && left.page === location.pathname && !location.hash) history.replaceState(null, '', left.hash);
if (left.hash) sessionStorage.setItem(PLACE, JSON.stringify({at: left.at}));

document.querySelector('link[rel="icon"]')?.setAttribute('href', '/gridcase/mark.svg');

/** Leaves out plugins of the web app itself, each named point:id; they are read when it starts. */
export function without(...plugins) {
  base.setAttribute('cam-exclude-plugins', plugins.join(','));
}

/** A link that opens the same page in the other language. */
export function otherLanguage() {
  const link = document.createElement('a');
  const other = english ? 'zh' : 'en';
  link.href = '';
  link.lang = other;
  link.className = 'gc-language';
  link.textContent = other === 'zh' ? '中文' : 'English';
  link.addEventListener('click', event => {
    event.preventDefault();
    document.cookie = `gc-lang=${other}; path=/; max-age=31536000; samesite=lax`;
    location.reload();
  });
  return link;
}
