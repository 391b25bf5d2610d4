/* The picture of a flow: how many wait at each step, how near they are, and how long it usually takes. */
import {lamp, spell} from '/gridcase/countdown.js';
import {ask, el} from './make.js';
import {say} from './words.js';

const DAY = 86400000;
const SECOND = 1000;
// a large flow is drawn small; what is written on it stays readable
const SCALE = {min: 0.75};

function waiting(it) {
  return el('div', {class: 'gc-overlay', title: say.running(it.running)},
    ...[['RED', it.red], ['YELLOW', it.yellow], ['GREEN', it.running - it.red - it.yellow]].filter(([, n]) => n > 0)
      .map(([name, n]) => el('span', {}, lamp(name), n.toLocaleString())));
}

function median(millis) {
  const time = millis < 60 * SECOND ? say.seconds(Math.round(millis / SECOND)) : spell(millis, false, DAY);
  return el('div', {class: 'gc-overlay gc-overlay-time', title: say.medianHint}, say.median(time));
}

/** As the server writes a duration: PT1H2.5S. */
function millis(text) {
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text);
  return ((Number(hours || 0) * 60 + Number(minutes || 0)) * 60 + Number(seconds || 0)) * SECOND;
}

export default {
  id: 'gridcase-overlays',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 100,
  render: async (viewer, {processDefinitionId}) => {
    const elements = await ask('/work/deadlines/elements', {definition: processDefinitionId}).catch(() => []);
    const overlays = viewer.get('overlays');
    const known = viewer.get('elementRegistry');
    for (const it of elements.filter(one => known.get(one.element))) {
      if (it.running) overlays.add(it.element, 'gridcase', {position: {top: -18, left: 0}, scale: SCALE, html: waiting(it)});
      if (it.median && millis(it.median) >= SECOND) overlays.add(it.element, 'gridcase', {position: {bottom: -2, left: 24}, scale: SCALE, html: median(millis(it.median))});
    }
  },
  unmount: () => {}
};
