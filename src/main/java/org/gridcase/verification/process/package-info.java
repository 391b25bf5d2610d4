/** Looking on the spot, before filing and after handling, as tasks of the case's process. */
@NullMarked
package org.gridcase.verification.process;

import org.jspecify.annotations.NullMarked;
