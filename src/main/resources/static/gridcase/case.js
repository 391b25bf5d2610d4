/* A case's page: its place on a map without tiles, and its photos large. */
function drawMap() {
  const box = document.getElementById('map');
  if (!box || box.dataset.drawn) return;
  box.dataset.drawn = 'yes';
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [longitude, latitude] = [Number(box.dataset.longitude), Number(box.dataset.latitude)];
  const map = L.map(box, { preferCanvas: true, attributionControl: false, scrollWheelZoom: false })
    .setView([latitude, longitude], 16);
  L.circleMarker([latitude, longitude], { radius: 9, color: '#fff', weight: 3, fillColor: token('--gc-red'), fillOpacity: 1 })
    .addTo(map);
  const around = [longitude - 0.02, latitude - 0.02, longitude + 0.02, latitude + 0.02];
  fetch(`/map/areas?level=grid&bbox=${around}`)
    .then(answer => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(areas => {
      const own = area => area.properties.code === box.dataset.grid;
      const layer = L.geoJSON(areas, {
        interactive: false,
        style: area => own(area)
          ? { color: token('--gc-accent'), weight: 3, fillOpacity: 0.12 }
          : { color: '#aab5bf', weight: 1, fill: false },
      }).addTo(map).bringToBack();
      layer.eachLayer(area => own(area.feature) && map.fitBounds(area.getBounds().pad(0.2)));
    })
    .catch(() => { /* the point alone is still right */ });
}

document.addEventListener('DOMContentLoaded', drawMap);

/* Before beside after, one laid over the other as far as the slider says. */
let cut = '50';
function compare(slider) {
  if (!slider) return;
  cut = slider.value;
  slider.setAttribute('aria-valuetext', slider.dataset.words.replace('{0}', cut));
  slider.closest('.gc-compare').querySelector('.gc-compare-frame').style.setProperty('--cut', cut + '%');
}
document.addEventListener('input', event => { if (event.target.id === 'compare') compare(event.target); });
document.addEventListener('DOMContentLoaded', () => compare(document.getElementById('compare')));
document.addEventListener('htmx:afterSwap', () => {
  const slider = document.getElementById('compare');
  if (slider) slider.value = cut;
  compare(slider);
});

/* What somebody has opened stays open when the page renews itself. */
let opened = [];
document.addEventListener('htmx:beforeSwap', () => {
  opened = [...document.querySelectorAll('#live details')].map(one => one.open);
});
document.addEventListener('htmx:afterSwap', () => {
  document.querySelectorAll('#live details').forEach((one, at) => { one.open = Boolean(opened[at]); });
});

document.addEventListener('click', event => {
  const link = event.target.closest('a[data-large]');
  if (!link) return;
  event.preventDefault();
  const large = document.getElementById('large');
  const image = large.querySelector('img');
  image.src = link.href;
  image.alt = link.querySelector('img').alt;
  large.showModal();
});
