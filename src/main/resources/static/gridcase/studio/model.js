/* A process: drawn by whoever may change it, on a screen wide enough; looked at by everybody else. */
import { Viewer, extensions, simulation } from './vendor/viewer.js';
import { compare, factName, factsOf, listChanges, title, typeName } from './changes.js';
import { elementAt, listFindings, markFindings } from './findings.js';
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
    exporter: { name: 'camunda-bpmn-js', version: '5.30.2' },
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
  });
  button.addEventListener('click', () => toggle.toggleMode());
}

async function begin() {
  const drawing = await editor();
  let saved = text('xml');
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
  canvas.zoom('fit-viewport', 'auto');
  document.getElementById('fit').addEventListener('click', () => canvas.zoom('fit-viewport', 'auto'));
  simulating(drawing);
  show(JSON.parse(main.dataset.findings), saved);
  if (mayChange) {
    const changed = saving(async () => (await drawing.saveXML({ format: true })).xml, show);
    drawing.on('commandStack.changed', () => changed());
    drawing.get('keyboard', false)?.bind?.(document);
  } else if (!narrow) {
    panelBox.textContent = say('look');
    drawing.on('element.click', event => describe(event.element));
  }
  const list = document.getElementById('changes');
  if (list) {
    const before = text('before');
    listChanges(list, before ? await compare(before, saved) : [], change => {
      const element = drawing.get('elementRegistry').get(change.id);
      if (element) select(drawing, element);
    });
  }
  document.body.dataset.ready = 'yes';
  main.dispatchEvent(new CustomEvent('studio:ready', { detail: drawing }));
  if (mayChange) canvasBox.studio = drawing;
}

begin();
