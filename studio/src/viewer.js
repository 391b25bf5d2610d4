// Everything that shows and compares processes.
export { default as Viewer } from 'bpmn-js/lib/NavigatedViewer.js';
export { BpmnModdle } from 'bpmn-moddle';
export { diff } from 'bpmn-js-differ';
export { default as simulation } from 'bpmn-js-token-simulation/lib/viewer.js';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';

export const extensions = { camunda };
export const camundaModel = camunda;
