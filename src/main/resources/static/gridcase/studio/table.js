/* A decision table: drawn by whoever may change it, on a screen wide enough; everybody else reads the rows on the page. */
import { listFindings } from './findings.js';
import { translation } from './translate.js';
import { saving } from './saving.js';
import { say } from './words.js';

const main = document.getElementById('main');
const box = document.getElementById('table');
const findings = JSON.parse(main.dataset.findings);

/* Rows that are only read carry their rule's id. */
function leadOnPage(place) {
  const row = document.getElementById(`row-${place}`) ?? document.getElementById(`row-${place.replace(/-[A-Za-z]+$/, '')}`);
  row?.scrollIntoView({ block: 'center' });
  row?.classList.add('gc-led-row');
}

function lead(place) {
  const cell = box.querySelector(`[data-element-id="${CSS.escape(place)}"], [data-row-id="${CSS.escape(place)}"]`);
  if (!cell) return;
  cell.scrollIntoView({ block: 'center', inline: 'center' });
  cell.focus?.();
  cell.click();
}

function mark(found) {
  box.querySelectorAll('.gc-wrong-cell').forEach(one => one.classList.remove('gc-wrong-cell'));
  for (const finding of found) {
    box.querySelectorAll(`[data-element-id="${CSS.escape(finding.place)}"], [data-row-id="${CSS.escape(finding.place)}"]`)
      .forEach(one => one.classList.add('gc-wrong-cell'));
  }
}

async function draw() {
  const { Modeler } = await import('./vendor/dmn.js');
  const modules = { additionalModules: [translation] };
  const drawing = new Modeler({
    container: box,
    common: modules,
    drd: { ...modules, disableAdjustOrigin: true },
    decisionTable: modules,
    literalExpression: modules,
    exporter: { name: 'camunda-dmn-js', version: '3.8.3' },
  });
  const { warnings } = await drawing.importXML(document.getElementById('xml').value);
  if (warnings.length) console.warn(warnings);
  const view = drawing.getViews().find(one => one.type === 'decisionTable');
  if (view) await drawing.open(view);
  const changed = saving(async () => (await drawing.saveXML({ format: true })).xml, found => {
    listFindings(found, lead);
    mark(found);
  });
  const watch = () => {
    const viewer = drawing.getActiveViewer();
    if (!viewer || viewer.gcWatched) return;
    viewer.gcWatched = true;
    viewer.on('commandStack.changed', () => changed());
    viewer.on('elements.changed', () => changed());
  };
  watch();
  drawing.on('views.changed', watch);
  listFindings(findings, lead);
  mark(findings);
  box.studio = drawing;
}

async function begin() {
  if (!box || matchMedia('(max-width: 700px)').matches) {
    listFindings(findings, leadOnPage);
  } else {
    try {
      await draw();
    } catch (unreadable) {
      document.getElementById('refused').textContent = `${say('unreadable')} ${unreadable.message}`;
      document.getElementById('refused').hidden = false;
      listFindings(findings, leadOnPage);
    }
  }
  document.body.dataset.ready = 'yes';
}

begin();
