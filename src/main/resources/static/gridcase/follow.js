/* The tracking page: the link whole and ready to copy, photos large on a click. */
import '/gridcase/widgets.js';

const link = document.getElementById('link');
if (link) link.value = new URL(link.value, location.href).href;

document.addEventListener('click', async event => {
  const copy = event.target.closest('[data-copy]');
  if (copy) {
    const source = document.getElementById(copy.dataset.copy);
    source.select();
    try {
      await navigator.clipboard.writeText(source.value);
    } catch {
      document.execCommand('copy');
    }
    copy.querySelector('span').textContent = copy.dataset.copied;
  }
  const photo = event.target.closest('a[data-large]');
  if (photo) {
    event.preventDefault();
    large(photo);
  }
});

/** The photo clicked, with the first of the other side beside it. */
function large(photo) {
  const other = document.querySelector(`a[data-large]:not([data-large="${photo.dataset.large}"])`);
  const pair = photo.dataset.large === 'before' ? [photo, other] : [other, photo];
  const dialog = document.createElement('dialog');
  dialog.className = 'gc-large';
  const pictures = document.createElement('div');
  pictures.className = 'gc-large-pictures';
  for (const one of pair.filter(Boolean)) {
    const figure = document.createElement('figure');
    const image = document.createElement('img');
    const caption = document.createElement('figcaption');
    image.src = one.href;
    image.alt = caption.textContent = one.querySelector('img').alt;
    figure.append(image, caption);
    pictures.append(figure);
  }
  dialog.setAttribute('aria-label', photo.querySelector('img').alt);
  dialog.append(pictures);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}
