/* What moves in a form that is only looked at: ways on, and what shows when. Widgets that need a case stand as pictures. */

import {Behaviour} from '../widgets/behaviour.js';
import {Choice} from '../widgets/choices.js';

/** Keeps nothing of what is typed into a preview. */
class Previewed extends Behaviour {
  restore() {}
  save() {}
  offerClaim() {}
  watchRefusals() {}
}

customElements.define('gc-choice', Choice);
customElements.define('gc-behaviour', Previewed);
