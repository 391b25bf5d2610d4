/* What one model has otherwise than another: which elements, and what about them. */
import { BpmnModdle, camundaModel, diff } from './vendor/viewer.js';
import { translate } from './translate.js';
import { chinese, say } from './words.js';

/* What belongs to the drawing, to the tree or to another element. */
const ELSEWHERE = new Set(['id', 'di', 'incoming', 'outgoing', 'flowElements', 'artifacts', 'laneSets', 'lanes',
  'flowNodeRef', 'diagrams', 'rootElements', 'participants', 'categoryValueRef', 'eventDefinitionRef', 'sourceRef',
  'targetRef', 'attachedToRef', 'processRef', 'default', 'gatewayDirection', 'exporter', 'exporterVersion']);
const SHOWN_REFERENCES = ['sourceRef', 'targetRef', 'attachedToRef', 'default', 'processRef'];

const NAMES = {
  name: ['名称', 'Name'],
  'conditionExpression.body': ['条件', 'Condition'],
  'conditionExpression.language': ['条件的脚本语言', 'Script language of the condition'],
  'camunda:formKey': ['表单', 'Form'],
  'camunda:candidateGroups': ['候选角色组', 'Candidate groups'],
  'camunda:priority': ['优先级', 'Priority'],
  'camunda:delegateExpression': ['程序步骤', 'Step of the program'],
  'camunda:asyncBefore': ['之前异步', 'Asynchronous before'],
  'camunda:historyTimeToLive': ['历史保留', 'History kept for'],
  calledElement: ['被调用的流程', 'Called process'],
  'camunda:calledElementBinding': ['绑定方式', 'Binding'],
  cancelActivity: ['中断任务', 'Interrupts the task'],
  isExecutable: ['可执行', 'Executable'],
  sourceRef: ['来自', 'From'],
  targetRef: ['去往', 'To'],
  attachedToRef: ['附于', 'Attached to'],
  default: ['默认流', 'Default flow'],
  text: ['注释', 'Note'],
  timeDuration: ['时长', 'Duration'],
  timeDate: ['时刻', 'Date'],
  timeCycle: ['周期', 'Cycle'],
  messageRef: ['消息', 'Message'],
  errorRef: ['错误', 'Error'],
  text_: ['说明', 'Documentation'],
  eventDefinitions: ['事件', 'Event'],
};

export const factName = path => {
  const key = NAMES[path] ? path : path.startsWith('documentation') ? 'text_'
    : Object.keys(NAMES).find(name => path.endsWith(`.${name}`) || path.endsWith(`.${name}.body`));
  return key ? NAMES[key][chinese ? 0 : 1] : path;
};

/* An element's own words, with those of what it is made of, as path and text. */
export function factsOf(element) {
  const facts = new Map();
  gather(element, '', facts, 0);
  for (const name of SHOWN_REFERENCES) {
    const other = element.$descriptor.propertiesByName[name] && element.get(name);
    if (other) facts.set(name, other.name || other.id);
  }
  return facts;
}

function gather(element, path, facts, depth) {
  if (depth > 6) return;
  for (const property of element.$descriptor?.properties ?? []) {
    const local = property.ns.localName;
    if (ELSEWHERE.has(local) && !(depth && local !== 'id')) continue;
    const own = property.ns.prefix === 'bpmn' ? local : property.ns.name;
    if (!Object.hasOwn(element, local)) continue;
    const value = element.get(property.name);
    const at = path ? `${path}.${own}` : own;
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) {
      value.forEach((one, i) => step(one, property, value.length > 1 ? `${at}.${i + 1}` : at, facts, depth));
    } else {
      step(value, property, at, facts, depth);
    }
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {})) {
    if (!name.startsWith('xmlns') && typeof value === 'string') facts.set(path ? `${path}.${name}` : name, value);
  }
}

function step(value, property, at, facts, depth) {
  if (typeof value !== 'object') {
    facts.set(at, String(value));
  } else if (property.isReference) {
    facts.set(at, value.name || value.id);
  } else {
    if (!value.$descriptor) facts.set(at, value.$type);
    if (/eventDefinitions[.\d]*$/.test(at)) facts.set(at, typeName(value));
    gather(value, at, facts, depth + 1);
  }
}

export async function read(xml) {
  const { rootElement } = await new BpmnModdle({ camunda: camundaModel }).fromXML(xml);
  const drawn = new Map();
  for (const diagram of rootElement.diagrams ?? []) {
    for (const one of [diagram.plane, ...(diagram.plane?.planeElement ?? [])]) {
      if (one?.bpmnElement?.id) drawn.set(one.bpmnElement.id, one.bpmnElement);
    }
  }
  for (const root of rootElement.rootElements ?? []) if (root.id) drawn.set(root.id, root);
  return { definitions: rootElement, drawn };
}

/* Of each element that differs: kind, the element itself, and its facts before and after. */
export async function compare(before, after) {
  const [was, is] = await Promise.all([read(before), read(after)]);
  const moved = diff(was.definitions, is.definitions)._layoutChanged;
  const changes = [];
  for (const [id, element] of is.drawn) {
    const old = was.drawn.get(id);
    if (!old) {
      changes.push({ kind: 'added', id, element, facts: [] });
      continue;
    }
    const same = name => SHOWN_REFERENCES.includes(name) && old.get(name)?.id === element.get(name)?.id;
    const facts = otherwise(factsOf(old), factsOf(element)).filter(fact => !same(fact.path));
    if (old.$type !== element.$type) facts.unshift({ path: 'type', before: typeName(old), after: typeName(element) });
    if (facts.length) changes.push({ kind: 'changed', id, element, facts });
    else if (moved[id]) changes.push({ kind: 'moved', id, element, facts: [] });
  }
  for (const [id, element] of was.drawn) {
    if (!is.drawn.has(id)) changes.push({ kind: 'removed', id, element, facts: [] });
  }
  const order = ['changed', 'added', 'removed', 'moved'];
  return changes.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
}

function otherwise(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter(path => before.get(path) !== after.get(path))
    .map(path => ({ path, before: before.get(path), after: after.get(path) }));
}

export function typeName(element) {
  const words = element.$type.replace(/^\w+:/, '').replace(/([a-z])([A-Z])/g, (all, one, other) => `${one} ${other.toLowerCase()}`);
  const named = { 'Sub process': 'Sub-process', 'Event based gateway': 'Event-based gateway' }[words] ?? words;
  return translate(named);
}

export function title(element) {
  if (element.sourceRef && element.targetRef) {
    const end = other => other.name || other.id;
    return `${element.name ? `${element.name} ` : ''}(${end(element.sourceRef)} → ${end(element.targetRef)})`;
  }
  return element.name ? `${element.name} (${element.id})` : element.text?.slice(0, 40) || element.id;
}

export const SIGNS = { added: '＋', changed: '✎', moved: '↔', removed: '−' };

const marked = (tag, text) => {
  const one = document.createElement(tag);
  one.textContent = text;
  return one;
};

/* Fills the list; a change leads where `select` leads it, if it leads anywhere. */
export function listChanges(list, changes, select) {
  if (!changes.length) {
    list.replaceChildren(marked('li', say('none')));
    return;
  }
  list.replaceChildren(...changes.map(change => {
    const item = document.createElement('li');
    const sign = marked('span', `${SIGNS[change.kind]} ${say(change.kind)}`);
    sign.className = `gc-mark gc-mark-${change.kind}`;
    const words = marked(select ? 'button' : 'span', `${typeName(change.element)} ${title(change.element)}`);
    if (select) {
      words.type = 'button';
      words.addEventListener('click', () => select(change));
    }
    item.append(sign, ' ', words);
    if (change.facts.length) {
      const facts = document.createElement('ul');
      facts.append(...change.facts.map(fact => {
        const line = document.createElement('li');
        line.append(`${fact.path === 'type' ? say('element') : factName(fact.path)}: `, marked('del', fact.before ?? say('empty')), ' → ', marked('ins', fact.after ?? say('empty')));
        return line;
      }));
      item.append(facts);
    }
    return item;
  }));
}
