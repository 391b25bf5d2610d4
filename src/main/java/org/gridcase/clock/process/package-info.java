/** Requests about time as processes: their contract, their step and the completions of their tasks. */
@NullMarked
package org.gridcase.clock.process;

import org.jspecify.annotations.NullMarked;
