/* Saving into the draft: only onto what was read, with the guard's answer. */
import { say } from './words.js';

const main = document.getElementById('main');
const state = document.getElementById('state');
const refused = document.getElementById('refused');
const token = () => decodeURIComponent(document.cookie.match(/(?:^|; )GC-CSRF=([^;]+)/)?.[1] ?? '');

/**
 * Watches over what is not saved yet.
 * read: gives the model's text; found: takes the guard's findings and the text they belong to.
 */
export function saving(read, found) {
  const save = document.getElementById('save');
  let loaded = main.dataset.sha256;
  let dirty = false;
  let under = false;

  const show = words => { state.textContent = words; };

  function changed(is = true) {
    dirty = is;
    save.disabled = !dirty || under;
    if (dirty) show(say('unsaved'));
  }

  async function put() {
    if (!dirty || under) return;
    under = true;
    dirty = false;
    save.disabled = true;
    refused.hidden = true;
    show(say('saving'));
    try {
      const text = await read();
      const here = `/policy/drafts/${location.pathname.split('/')[3]}/model`;
      const answer = await fetch(`${here}?${new URLSearchParams({ path: main.dataset.path, loaded })}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/xml', 'X-GC-CSRF': token(), Accept: 'application/json' },
        body: text,
      });
      const saved = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : {};
      if (!answer.ok || !saved.sha256) throw new Error(saved.refused ?? '');
      loaded = saved.sha256;
      show(dirty ? say('unsaved') : say('saved'));
      found(saved.findings, text);
    } catch (failure) {
      dirty = true;
      show(say('unsaved'));
      refused.textContent = `${say('notSaved')} ${failure.message}`;
      refused.hidden = false;
    }
    under = false;
    save.disabled = !dirty;
  }

  save.addEventListener('click', put);
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      // what is typed right now is taken over first
      document.activeElement?.blur?.();
      setTimeout(put, 350);
    }
  }, true);
  window.addEventListener('beforeunload', event => {
    if (dirty || under) event.preventDefault();
  });
  document.getElementById('keep').addEventListener('click', async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await read()], { type: 'application/xml' }));
    link.download = main.dataset.path.split('/').pop();
    link.click();
    URL.revokeObjectURL(link.href);
  });
  return changed;
}
