/*
 * What somebody typed into a form is kept while it is sent. If their session had ended and signing in came between, they
 * are led back to the form, and it is put back; a cookie of the server's says so.
 */
(() => {
  const SENT = 'gc-sent';
  const name = document.querySelector('.gc-who');
  if (!name) return;

  const typed = form => [...form.elements]
    .filter(it => it.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(it.type));
  const ticked = it => it.type === 'checkbox' || it.type === 'radio';

  document.addEventListener('submit', event => {
    const form = event.target;
    if (!form.closest('main')) return;
    const values = typed(form).map(it => [it.name, ticked(it) ? [it.value, it.checked] : it.value]);
    const kept = {who: name.textContent, action: form.getAttribute('action'), values};
    try {
      sessionStorage.setItem(SENT, JSON.stringify(kept));
    } catch { /* a full store loses this, not the form */ }
  });

  function fill(form, values) {
    const left = [...values];
    for (const field of typed(form)) {
      const at = left.findIndex(([key, value]) => key === field.name && (!ticked(field) || value[0] === field.value));
      if (at < 0) continue;
      const [[, value]] = left.splice(at, 1);
      if (ticked(field)) [, field.checked] = value;
      else field.value = value;
      field.dispatchEvent(new Event('change', {bubbles: true}));
    }
  }

  function putBack({who, action, values}) {
    const form = [...document.querySelectorAll('main form')].find(one => one.getAttribute('action') === action);
    if (!form || who !== name.textContent) return;
    form.closest('details')?.setAttribute('open', '');
    fill(form, values);
    const note = document.createElement('p');
    note.className = 'gc-note';
    note.setAttribute('role', 'status');
    note.textContent = name.dataset.unheard;
    form.prepend(note);
    note.scrollIntoView({block: 'center'});
  }

  addEventListener('DOMContentLoaded', () => {
    const unheard = /(?:^|; )GC-UNHEARD=/.test(document.cookie);
    const kept = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    if (!unheard) return;
    document.cookie = 'GC-UNHEARD=; path=/; max-age=0';
    if (kept) putBack(JSON.parse(kept));
  });
})();
