/*
 * Renews a part of the page when the server says that something in it has changed. The page's main names its stream in
 * data-changes and the part in data-renews. Without a stream that part is looked at now and then.
 */
const main = document.querySelector('[data-changes]');
const SLOWLY = 60000;
const SOON = 300;
/* What follows from a change may take the engine a moment longer. */
const AGAIN = 2500;

let stream = null;
let soon = null;
let again = null;
let renewing = false;
let shown = '';
let scrolled = 0;

function part() {
  return document.getElementById(main.dataset.renews);
}

/** What is ticked, chosen or paged on is not taken out of anybody's hands. */
function busy(it) {
  return it.dataset.grown || it.querySelector('.gc-check:checked, select:focus, input[type=text]:focus, dialog[open]');
}

async function renew() {
  const it = part();
  if (document.hidden || !it) return;
  const note = document.getElementById('stale');
  if (busy(it)) {
    if (note) note.hidden = false;
    return;
  }
  if (note) note.hidden = true;
  renewing = true;
  try {
    await htmx.ajax('GET', it.dataset.at || location.pathname + location.search, {target: it, swap: 'outerHTML',
      headers: {'X-GC-Unasked': 'yes'}});
  } finally {
    renewing = false;
  }
}

function changed() {
  clearTimeout(soon);
  clearTimeout(again);
  soon = setTimeout(renew, SOON);
  again = setTimeout(renew, AGAIN);
}

/** A page nobody looks at holds no stream: browsers have few to give. */
function listen() {
  if (document.hidden || !('EventSource' in window)) {
    stream?.close();
    stream = null;
    return;
  }
  if (stream) return;
  stream = new EventSource(main.dataset.changes);
  stream.addEventListener('changed', changed);
  stream.addEventListener('rung', () => {
    document.dispatchEvent(new Event('gc-rung'));
    if ('rings' in main.dataset) changed();
  });
  stream.addEventListener('open', () => { main.dataset.live = 'yes'; });
  stream.addEventListener('error', () => {
    delete main.dataset.live;
    if (stream?.readyState === EventSource.CLOSED) stream = null;
  });
}

/* Nobody's reading is disturbed for nothing. */
document.addEventListener('htmx:beforeSwap', event => {
  const it = part();
  if (event.detail.target !== it) return;
  const same = renewing && event.detail.xhr.responseText === shown;
  shown = event.detail.xhr.responseText;
  if (same) event.detail.shouldSwap = false;
  scrolled = renewing ? it.querySelector('.gc-scroll')?.scrollTop ?? 0 : 0;
});
document.addEventListener('htmx:afterSwap', event => {
  if (event.detail.target.id === 'more' && part()) part().dataset.grown = 'yes';
  const list = part()?.querySelector('.gc-scroll');
  if (list && scrolled) list.scrollTop = scrolled;
});

document.addEventListener('click', event => {
  if (!event.target.closest('#stale button')) return;
  delete part().dataset.grown;
  part().querySelectorAll('.gc-check:checked').forEach(box => { box.checked = false; });
  renew();
});
document.addEventListener('visibilitychange', () => {
  listen();
  renew();
});
addEventListener('DOMContentLoaded', listen);
setInterval(() => {
  listen();
  if (!main.dataset.live) renew();
}, SLOWLY);
