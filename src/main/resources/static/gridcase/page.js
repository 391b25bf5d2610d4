/* What every page needs: the token against forged requests on each htmx call. */
document.addEventListener('htmx:configRequest', event => {
  const cookie = document.cookie.match(/(?:^|; )GC-CSRF=([^;]+)/);
  if (cookie) event.detail.headers['X-GC-CSRF'] = decodeURIComponent(cookie[1]);
});

/* A button with data-fill-<id> puts its value into that field: the demo's accounts. */
document.addEventListener('click', event => {
  const button = event.target.closest('[data-fill-username]');
  if (!button) return;
  document.getElementById('username').value = button.dataset.fillUsername;
  document.getElementById('password').value = button.dataset.fillPassword;
  document.querySelector('form button[type=submit].gc-main-action').focus();
});

/* On a phone the row of doors is longer than the screen: the one behind which we stand is in sight. */
for (const here of document.querySelectorAll('.gc-nav [aria-current]')) {
  const row = here.closest('.gc-nav');
  const [one, all] = [here.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += one.left - all.left - (all.width - one.width) / 2;
}
