/* What GridCase adds to the Cockpit. */
import '/gridcase/webapps-names.js';

export default [];
