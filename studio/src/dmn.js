// Everything that draws decision tables.
export { CamundaPlatformModeler as Modeler } from 'camunda-dmn-js';
