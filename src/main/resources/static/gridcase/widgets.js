/* Widgets of forms: custom elements that show a case or fill in a field, alike in the Tasklist and on our own pages. */

import {Behaviour} from './widgets/behaviour.js';
import {Choice, ClassSearch, OtherCase, Proposal, Rows, Units} from './widgets/choices.js';
import {DraftFacts} from './widgets/draft.js';
import {CaseFacts, Pictures, TimeRequest} from './widgets/facts.js';
import {CaseMap, PlacePicker} from './widgets/maps.js';
import {PhotoUpload} from './widgets/photos.js';

/* Behaviour comes last, when the widgets it looks at are there. */
for (const [name, type] of Object.entries({
  'gc-choice': Choice, 'gc-case': CaseFacts, 'gc-request': TimeRequest, 'gc-pictures': Pictures, 'gc-photos': PhotoUpload, 'gc-map': CaseMap,
  'gc-place': PlacePicker, 'gc-proposal': Proposal, 'gc-class': ClassSearch, 'gc-other-case': OtherCase,
  'gc-draft': DraftFacts, 'gc-row': Rows, 'gc-unit': Units, 'gc-behaviour': Behaviour
})) {
  if (!customElements.get(name)) customElements.define(name, type);
}

export default [];
