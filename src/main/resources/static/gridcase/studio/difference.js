/* Two states of a process beside each other, with what differs marked on both and listed. */
import { Viewer, extensions } from './vendor/viewer.js';
import { compare, listChanges, SIGNS } from './changes.js';
import { fingers } from './fingers.js';
import { translation } from './translate.js';
import { say } from './words.js';

const text = id => document.getElementById(id).value;

async function show(box, xml) {
  if (!xml) {
    box.classList.add('gc-studio-none');
    box.textContent = box.dataset.none;
    return null;
  }
  const viewer = new Viewer({ container: box, moddleExtensions: extensions, additionalModules: [translation] });
  await viewer.importXML(xml);
  viewer.get('canvas').zoom('fit-viewport', 'auto');
  fingers(box, viewer.get('canvas'));
  return viewer;
}

function mark(viewer, changes) {
  if (!viewer) return;
  const canvas = viewer.get('canvas');
  const overlays = viewer.get('overlays');
  const registry = viewer.get('elementRegistry');
  for (const change of changes) {
    const element = registry.get(change.id);
    if (!element || element === canvas.getRootElement()) continue;
    canvas.addMarker(element, `gc-is-${change.kind}`);
    const sign = document.createElement('span');
    sign.className = `gc-sign gc-sign-${change.kind}`;
    sign.textContent = SIGNS[change.kind];
    sign.title = say(change.kind);
    const middle = element.waypoints && halfway(element.waypoints);
    const box = middle && { x: Math.min(...element.waypoints.map(point => point.x)), y: Math.min(...element.waypoints.map(point => point.y)) };
    overlays.add(element, 'gc-change', {
      html: sign,
      position: middle ? { left: middle.x - box.x - 10, top: middle.y - box.y - 10 } : { top: -10, left: -10 },
    });
  }
}

const halfway = points => {
  const [one, other] = [points[Math.floor((points.length - 1) / 2)], points[Math.ceil((points.length - 1) / 2)]];
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
};

/* Whoever moves one moves the other. */
function together(one, other) {
  if (!one || !other) return;
  let following = false;
  for (const [here, there] of [[one, other], [other, one]]) {
    here.on('canvas.viewbox.changed', event => {
      if (following) return;
      following = true;
      const { x, y, width, height } = event.viewbox;
      there.get('canvas').viewbox({ x, y, width, height });
      following = false;
    });
  }
}

function lead(viewers, change) {
  for (const viewer of viewers.filter(Boolean)) {
    const canvas = viewer.get('canvas');
    const element = viewer.get('elementRegistry').get(change.id);
    viewer.get('elementRegistry').forEach(one => canvas.hasMarker(one, 'gc-led') && canvas.removeMarker(one, 'gc-led'));
    if (!element || element === canvas.getRootElement()) continue;
    canvas.zoom(1);
    canvas.scrollToElement(element, { top: 120, bottom: 120, left: 120, right: 120 });
    canvas.addMarker(element, 'gc-led');
  }
  document.querySelector('.gc-studio-two').scrollIntoView({ block: 'nearest' });
}

async function begin() {
  const [before, after] = [text('before'), text('after')];
  const list = document.getElementById('changes');
  try {
    const left = await show(document.getElementById('left'), before);
    const right = await show(document.getElementById('right'), after);
    together(left, right);
    const changes = before && after ? await compare(before, after) : [];
    mark(left, changes.filter(change => change.kind !== 'added'));
    mark(right, changes.filter(change => change.kind !== 'removed'));
    listChanges(list, changes, change => lead([left, right], change));
    if (!before || !after) list.firstChild.textContent = say(before ? 'removed' : 'added');
  } catch (unreadable) {
    list.replaceChildren(Object.assign(document.createElement('li'), { textContent: `${say('unreadable')} ${unreadable.message}` }));
  }
  document.body.dataset.ready = 'yes';
}

begin();
