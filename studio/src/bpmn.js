// Everything that draws processes: the modeler, the panel for Camunda 7, and the simulation of tokens.
export { default as Modeler } from 'camunda-bpmn-js/lib/base/Modeler.js';
import behaviors from 'camunda-bpmn-js-behaviors/lib/camunda-platform/index.js';
import { CamundaPlatformPropertiesProviderModule, CamundaPlatformTooltipProvider } from 'bpmn-js-properties-panel';
import colours from 'bpmn-js-color-picker';
import { CreateAppendAnythingModule } from 'bpmn-js-create-append-anything';
import simulation from 'bpmn-js-token-simulation';

export const modelling = [behaviors, CamundaPlatformPropertiesProviderModule, colours, CreateAppendAnythingModule, simulation];
export const tooltips = CamundaPlatformTooltipProvider;
export { PopupEntries } from 'bpmn-js/lib/features/popup-menu/PopupEntries.js';
