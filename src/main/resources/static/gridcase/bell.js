/*
 * Rings the bell in the frame of the page without a reload. A page that hears of cases hears of the bell by the same
 * stream; any other opens one for the bell. Without a stream it is looked at now and then.
 */
const SLOWLY = 60000;

let stream = null;
let heard = false;

function bell() {
  return document.getElementById('bell');
}

async function look() {
  const it = bell();
  if (document.hidden || !it) return;
  await htmx.ajax('GET', it.dataset.at, {target: it, swap: 'outerHTML', headers: {'X-GC-Unasked': 'yes'}});
}

function shared() {
  return document.querySelector('main[data-changes]');
}

/** A page nobody looks at holds no stream. */
function listen() {
  if (!bell() || shared() || !('EventSource' in window)) return;
  if (document.hidden) {
    stream?.close();
    stream = null;
    heard = false;
    return;
  }
  if (stream) return;
  stream = new EventSource(bell().dataset.rings);
  stream.addEventListener('open', () => { heard = true; });
  stream.addEventListener('rung', look);
  stream.addEventListener('error', () => {
    heard = false;
    if (stream?.readyState === EventSource.CLOSED) stream = null;
  });
}

document.addEventListener('gc-rung', look);
document.addEventListener('visibilitychange', () => {
  listen();
  look();
});
listen();
setInterval(() => {
  listen();
  if (!heard && !shared()?.dataset.live) look();
}, SLOWLY);
