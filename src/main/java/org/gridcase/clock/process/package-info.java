/** Requests about time and watches as processes: their contracts, steps and the completions of their tasks. */
@NullMarked
package org.gridcase.clock.process;

import org.jspecify.annotations.NullMarked;
