/* A process: drawn by whoever may change it, on a screen wide enough; looked at by everybody else. */
import { Viewer, extensions, simulation } from './vendor/viewer.js';
import { compare, factName, factsOf, listChanges, title, typeName } from './changes.js';
import { elementAt, listFindings, markFindings } from './findings.js';
import { fingers } from './fingers.js';
import { saving } from './saving.js';
import { speakingSimulation } from './simulation.js';
import { translation } from './translate.js';
import { say } from './words.js';

const main = document.getElementById('main');
const canvasBox = document.getElementById('canvas');
const panelBox = document.getElementById('panel');
const text = id => document.getElementById(id).value;
const narrow = matchMedia('(max-width: 700px)').matches;
const mayChange = main.dataset.mayChange === 'true' && !narrow;
const allowed = text('allowed');

async function editor() {
  if (!mayChange) {
    return new Viewer({
      container: canvasBox,
      moddleExtensions: extensions,
      additionalModules: narrow ? [translation] : [translation, simulation, speakingSimulation],
    });
  }
  const [{ Modeler, modelling, tooltips }, { allowedOnly, readAllowed }] =
    await Promise.all([import('./vendor/bpmn.js'), import('./allowed.js')]);
  return new Modeler({
    container: canvasBox,
    propertiesPanel: { parent: panelBox, tooltip: tooltips },
    moddleExtensions: extensions,
    disableAdjustOrigin: true,
    additionalModules: [...modelling, translation, speakingSimulation, allowedOnly(readAllowed(allowed))],
  });
}

function select(drawing, element) {
  const canvas = drawing.get('canvas');
  const root = canvas.findRoot(element);
  if (root && root !== canvas.getRootElement()) canvas.setRootElement(root);
  if (element !== canvas.getRootElement()) {
    canvas.scrollToElement(element, { top: 100, bottom: 100, left: 100, right: 100 });
  }
  const selection = drawing.get('selection', false);
  if (selection) selection.select(element === canvas.getRootElement() ? [] : element);
}

/* Says what it was drawn with, as other editors do. */
async function written(drawing) {
  Object.assign(drawing.getDefinitions(), { exporter: 'camunda-bpmn-js', exporterVersion: '5.30.2' });
  return (await drawing.saveXML({ format: true })).xml;
}

/* All of it, beside the palette where there is one. */
function fit(drawing) {
  const canvas = drawing.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (!mayChange) return;
  const { x, y, width, height, scale } = canvas.viewbox();
  const [left, right] = [160 / scale, 30 / scale];
  canvas.viewbox({ x: x - left, y, width: width + left + right, height });
}

/* What the panel says to those who only look. */
function describe(element) {
  const bo = element.businessObject;
  const heading = Object.assign(document.createElement('h2'), { textContent: `${typeName(bo)} ${title(bo)}` });
  const facts = document.createElement('dl');
  for (const [path, value] of factsOf(bo)) {
    facts.append(
      Object.assign(document.createElement('dt'), { textContent: factName(path) }),
      Object.assign(document.createElement('dd'), { textContent: value }));
  }
  panelBox.replaceChildren(heading, facts);
}

/* The signs that a simulation is steered by are shown only from half size on. */
function nearStart(drawing) {
  const canvas = drawing.get('canvas');
  const start = drawing.get('elementRegistry').find(one => one.type === 'bpmn:StartEvent');
  if (canvas.zoom() < 0.6) canvas.zoom(0.8);
  if (start) canvas.scrollToElement(start, { top: 120, bottom: 120, left: 140, right: 120 });
}

function simulating(drawing) {
  const button = document.getElementById('simulate');
  const toggle = drawing.get('toggleMode', false);
  if (!toggle) {
    button.hidden = true;
    return;
  }
  drawing.on('tokenSimulation.toggleMode', event => {
    button.setAttribute('aria-pressed', String(event.active));
    button.querySelector('span').textContent = say(event.active ? 'stop' : 'simulate');
    main.classList.toggle('gc-simulating', event.active);
    if (event.active) nearStart(drawing);
  });
  button.addEventListener('click', () => toggle.toggleMode());
}

async function begin() {
  const drawing = await editor();
  let saved = text('xml');
  const before = document.getElementById('changes') && text('before');
  const changes = async () => {
    if (before === null) return;
    listChanges(document.getElementById('changes'), before ? await compare(before, saved) : [], change => {
      const element = drawing.get('elementRegistry').get(change.id);
      if (element) select(drawing, element);
    });
  };
  const show = (findings, xml) => {
    saved = xml;
    listFindings(findings, place => {
      const element = elementAt(saved, place, drawing.get('elementRegistry')) ?? drawing.get('canvas').getRootElement();
      select(drawing, element);
    });
    markFindings(drawing, findings, xml);
  };
  try {
    await drawing.importXML(saved);
  } catch (unreadable) {
    document.getElementById('refused').textContent = `${say('unreadable')} ${unreadable.message}`;
    document.getElementById('refused').hidden = false;
    listFindings(JSON.parse(main.dataset.findings), () => {});
    document.body.dataset.ready = 'no';
    return;
  }
  const canvas = drawing.get('canvas');
  fit(drawing);
  fingers(canvasBox, canvas);
  document.getElementById('fit').addEventListener('click', () => fit(drawing));
  for (const [id, factor] of [['larger', 1.25], ['smaller', 0.8]]) {
    document.getElementById(id).addEventListener('click', () => canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), 'auto'));
  }
  simulating(drawing);
  show(JSON.parse(main.dataset.findings), saved);
  if (mayChange) {
    const changed = saving(() => written(drawing), (findings, xml) => {
      show(findings, xml);
      changes();
    });
    drawing.on('commandStack.changed', () => changed());
    drawing.get('keyboard', false)?.bind?.(document);
  } else if (!narrow) {
    panelBox.textContent = say('look');
    drawing.on('element.click', event => describe(event.element));
  }
  await changes();
  document.body.dataset.ready = 'yes';
  main.dispatchEvent(new CustomEvent('studio:ready', { detail: drawing }));
  if (mayChange) canvasBox.studio = drawing;
}

begin();
