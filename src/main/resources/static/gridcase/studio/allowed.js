/* Hides what the guard would refuse: read from the guard's own list, so that editor and guard cannot drift apart. What a
   model holds beyond it stays in sight, or nobody could take it out. */
import { PopupEntries } from './vendor/bpmn.js';
import { translate } from './translate.js';

const LATE = 100;

/* Groups of the panel that any allowed attribute or element can appear in. */
const GROUPS = new Set(['general', 'documentation', 'timer', 'message', 'error',
  ...['Implementation', 'UserAssignment', 'CallActivity', 'Condition', 'AsynchronousContinuations', 'HistoryCleanup',
    'Tasklist', 'InMapping', 'OutMapping', 'BusinessKey', 'Form'].map(name => `CamundaPlatform__${name}`)]);

/* Fields of the panel by the attribute that they write, where it goes by another name. */
const FIELDS = {
  asynchronousContinuationBefore: 'camunda:asyncBefore',
  asynchronousContinuationAfter: 'camunda:asyncAfter',
  exclusive: 'camunda:exclusive',
  historyTimeToLive: 'camunda:historyTimeToLive',
  isStartableInTasklist: 'camunda:isStartableInTasklist',
  versionTag: 'camunda:versionTag',
  calledElementTenantId: 'camunda:calledElementTenantId',
  calledElementDelegateVariableMappingType: 'camunda:variableMappingClass',
  ...Object.fromEntries(['assignee', 'candidateGroups', 'candidateUsers', 'dueDate', 'followUpDate', 'priority']
    .map(name => [name, `camunda:${name}`])),
  ...Object.fromEntries(['errorMessage', 'errorCodeVariable', 'errorMessageVariable'].map(name => [name, `camunda:${name}`])),
};

/* What a field of the panel may be set to, where the guard never lets the rest of its list pass. */
const CHOICES = {
  conditionType: ['', 'expression'],
  implementationType: ['', 'delegateExpression'],
  formType: ['', 'formKey'],
  calledElementType: ['', 'bpmn'],
  calledElementBinding: ['deployment'],
};

const HEADERS = ['toggle-parallel-mi', 'toggle-sequential-mi', 'toggle-loop', 'toggle-adhoc', 'toggle-participant-multiplicity'];

export function readAllowed(text) {
  const words = part => new Set(part.trim().split(/\s+/).filter(Boolean));
  return new Map(text.split('\n').filter(line => line.trim() && !line.startsWith('#')).map(line => {
    const colon = line.indexOf(': ');
    const [attributes, children] = line.slice(colon + 2).split('|').map(words);
    return [line.slice(0, colon), { attributes, children }];
  }));
}

const tag = type => {
  const [prefix, name] = type.split(':');
  const lower = name[0].toLowerCase() + name.slice(1);
  return prefix === 'bpmn' ? lower : `${prefix}:${lower}`;
};

function mayStand(list, target) {
  const entry = list.get(tag(target.type));
  return Boolean(entry) && !target.isForCompensation
    && !(target.type === 'bpmn:Participant' && target.isExpanded === false)
    && (!target.eventDefinitionType || entry.children.has(tag(target.eventDefinitionType)));
}

/* What an entry of a menu makes; nothing of those that make nothing. */
function targetOf(id) {
  const name = id.replace(/^(replace-with|create|append)-/, '').replace(/^replace-with-/, '');
  return (PopupEntries[name] ?? PopupEntries[`${name}-event`])?.target;
}

/* Whether an element has what is not on the list. */
function isForeign(list, element) {
  const bo = element.businessObject;
  const entry = bo && list.get(tag(bo.$type));
  if (!entry) return Boolean(bo);
  const inside = list.get('extensionElements').children;
  return (bo.extensionElements?.values ?? []).some(value => !inside.has(tag(value.$type)))
    || bo.$descriptor.properties.some(property => property.isAttr && property.ns.prefix === 'camunda'
      && Object.hasOwn(bo, property.ns.localName) && !entry.attributes.has(property.ns.name));
}

/* The field as the panel draws it, with these choices and the one that is set. Kept, because the panel takes another
   function for another field and would begin it anew. */
const narrowed = new WeakMap();

function withChoices(field) {
  const choices = CHOICES[field.id];
  if (!choices) return field;
  if (!narrowed.has(field.component)) {
    narrowed.set(field.component, given => {
      const drawn = field.component(given);
      narrow(drawn, choices);
      return drawn;
    });
  }
  return { ...field, component: narrowed.get(field.component) };
}

function narrow(drawn, choices) {
  if (Array.isArray(drawn)) drawn.forEach(one => narrow(one, choices));
  const props = drawn?.props;
  if (!props) return;
  const only = (options, set) => options.filter(one => choices.includes(one.value) || one.value === set);
  const { getOptions, getValue, element } = props;
  if (getOptions) props.getOptions = (...given) => only(getOptions(...given), getValue(element));
  if (props.options) props.options = only(props.options, props.value);
  narrow(props.children, choices);
}

class Allowed {
  static $inject = ['allowedList', 'palette', 'contextPad', 'popupMenu', 'propertiesPanel', 'elementFactory', 'create',
    'autoPlace'];

  constructor(list, palette, contextPad, popupMenu, propertiesPanel, elementFactory, create, autoPlace) {
    const fits = id => {
      if (id.includes('ad-hoc')) return list.has('adHocSubProcess');
      const target = targetOf(id);
      return !target || mayStand(list, target);
    };
    const onlyFitting = entries => Object.fromEntries(Object.entries(entries).filter(([id]) => fits(id)));
    const withoutRepeats = entries => Object.fromEntries(Object.entries(entries).filter(([id]) => !HEADERS.includes(id)));
    for (const menu of ['bpmn-replace', 'bpmn-create', 'bpmn-append']) {
      popupMenu.registerProvider(menu, LATE, {
        getPopupMenuEntries: () => onlyFitting,
        getPopupMenuHeaderEntries: () => withoutRepeats,
      });
    }

    const started = type => event => create.start(event, elementFactory.createShape({ type }));
    const made = (type, className, title) => ({
      group: 'activity', className, title: translate(title),
      action: { dragstart: started(type), click: started(type) },
    });
    palette.registerProvider(LATE, {
      getPaletteEntries: () => entries => Object.fromEntries(Object.entries(entries).flatMap(([id, entry]) => {
        if (id === 'create.task') {
          return [
            ['create.user-task', made('bpmn:UserTask', 'bpmn-icon-user-task', 'Create user task')],
            ['create.service-task', made('bpmn:ServiceTask', 'bpmn-icon-service-task', 'Create service task')],
          ];
        }
        return ['create.data-object', 'create.data-store', 'create.group'].includes(id) ? [] : [[id, entry]];
      })),
    });

    contextPad.registerProvider(LATE, {
      getContextPadEntries: () => entries => Object.fromEntries(Object.entries(entries).flatMap(([id, entry]) => {
        if (id === 'append.append-task') {
          return [['append.user-task', {
            ...entry,
            className: 'bpmn-icon-user-task',
            title: translate('Append user task'),
            action: {
              click: (event, element) => autoPlace.append(element, elementFactory.createShape({ type: 'bpmn:UserTask' })),
              dragstart: (event, element) =>
                create.start(event, elementFactory.createShape({ type: 'bpmn:UserTask' }), { source: element }),
            },
          }]];
        }
        return /signal|condition|receive|compensation/.test(id) ? [] : [[id, entry]];
      })),
      getMultiElementContextPadEntries: () => entries => entries,
    });

    propertiesPanel.registerProvider(LATE, {
      getGroups: element => groups => {
        if (isForeign(list, element)) return groups;
        const own = list.get(tag(element.businessObject.$type))?.attributes ?? new Set();
        return groups.filter(group => GROUPS.has(group.id)).map(group => (group.entries
          ? { ...group, entries: group.entries.filter(field => !FIELDS[field.id] || own.has(FIELDS[field.id])).map(withChoices) }
          : group)).filter(group => !group.entries || group.entries.length);
      },
    });
  }
}

export const allowedOnly = list => ({
  __init__: ['allowed'],
  allowedList: ['value', list],
  allowed: ['type', Allowed],
});
