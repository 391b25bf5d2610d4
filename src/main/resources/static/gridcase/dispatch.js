/* One box ticks all that can be ticked. */
document.addEventListener('change', event => {
  const name = event.target.dataset.all;
  if (!name) return;
  document.querySelectorAll(`input[name="${name}"]:not(:disabled)`).forEach(box => { box.checked = event.target.checked; });
});
