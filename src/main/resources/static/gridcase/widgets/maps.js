/* Maps of the city, from our own server. */

import {make} from './make.js';
import {getJson, taskOf} from './server.js';
import {Widget} from './widget.js';
import {say} from './words.js';

let leaflet = null;

function maps() {
  if (!leaflet) {
    if (!document.querySelector('link[data-gc-leaflet]')) {
      document.head.append(make('link', {rel: 'stylesheet', href: '/webjars/leaflet/dist/leaflet.css', 'data-gc-leaflet': true}));
    }
    leaflet = import('/webjars/leaflet/dist/leaflet-src.esm.js');
  }
  return leaflet;
}

/** A map cannot choose its zoom in a box that its host has yet to show. */
function sized(box) {
  return new Promise(done => {
    const watch = new ResizeObserver(() => {
      if (!box.clientWidth) return;
      watch.disconnect();
      done();
    });
    watch.observe(box);
  });
}

/** The city's outlines, drawn from our own server: no tiles, no network beyond it. */
async function draw(box, centre, zoom) {
  const [L, streets] = await Promise.all([maps(), getJson('/map/areas?level=street'), sized(box)]);
  const map = L.map(box, {preferCanvas: true, attributionControl: false, scrollWheelZoom: false, zoomSnap: 0.5});
  const outline = L.geoJSON(streets, {interactive: false, style: {color: '#7d94a8', weight: 1.5, fillColor: '#ffffff', fillOpacity: 0.9}}).addTo(map);
  if (centre) map.setView([centre.latitude, centre.longitude], zoom);
  else map.fitBounds(outline.getBounds());
  const grids = L.geoJSON(null, {interactive: false, style: {color: '#b4c3d0', weight: 1, fill: false}}).addTo(map);
  const near = async () => {
    if (map.getZoom() < 14.5 || !box.clientWidth) return grids.clearLayers();
    const at = map.getBounds();
    const bbox = [at.getWest(), at.getSouth(), at.getEast(), at.getNorth()].map(one => one.toFixed(5)).join(',');
    const shapes = await getJson('/map/areas?level=grid&bbox=' + bbox);
    grids.clearLayers();
    return grids.addData(shapes);
  };
  map.on('moveend', () => near().catch(() => {}));
  near().catch(() => {});
  new ResizeObserver(() => map.invalidateSize()).observe(box);
  return {L, map};
}

function pin(L, place, title) {
  const icon = L.divIcon({className: '', html: '', iconSize: [20, 20], iconAnchor: [10, 24]});
  icon.createIcon = () => {
    const node = make('div', {class: 'leaflet-marker-icon'}, make('div', {class: 'gc-pin'}));
    node.style.marginLeft = '-10px';
    node.style.marginTop = '-24px';
    return node;
  };
  return L.marker(place, {icon, keyboard: false, title});
}

export class CaseMap extends Widget {
  async start() {
    const it = await taskOf(this);
    const box = make('div', {class: 'gc-mapbox', role: 'group', 'aria-label': say(this, 'pin') + ' ' + it.area});
    this.replaceChildren(box);
    const {L, map} = await draw(box, it.place, 15);
    pin(L, [it.place.latitude, it.place.longitude], it.area).addTo(map);
  }
}

export class PlacePicker extends Widget {
  async start() {
    const box = make('div', {class: 'gc-mapbox'});
    this.words = make('span', {class: 'gc-muted', role: 'status'}, say(this, 'unplaced'));
    this.replaceChildren(box, make('div', {class: 'gc-place-tools'},
      make('button', {type: 'button', class: 'gc-button', onclick: () => this.locate()}, say(this, 'here')),
      make('button', {type: 'button', class: 'gc-button', onclick: () => this.choose(this.map.getCenter())}, say(this, 'centre')),
      this.words));
    const {L, map} = await draw(box, null, 12);
    this.L = L;
    this.map = map;
    map.on('click', event => this.choose(event.latlng));
  }

  choose(at) {
    this.holder.fill(`${at.lng.toFixed(6)},${at.lat.toFixed(6)}`);
  }

  locate() {
    navigator.geolocation.getCurrentPosition(
      found => this.choose({lng: found.coords.longitude, lat: found.coords.latitude}),
      () => { this.words.textContent = say(this, 'noPosition'); },
      {enableHighAccuracy: true, timeout: 10000});
  }

  shown(value) {
    const [lng, lat] = value.split(',').map(Number);
    if (!this.map || !value || !Number.isFinite(lng) || !Number.isFinite(lat)) return;
    this.marker?.remove();
    this.marker = pin(this.L, [lat, lng], '').addTo(this.map);
    this.map.setView([lat, lng], Math.max(this.map.getZoom(), 15));
    this.words.textContent = `${lng.toFixed(5)}, ${lat.toFixed(5)}`;
  }
}
