/** The process of a watch: its contract and the completions of its tasks. */
@NullMarked
package org.gridcase.clock.process;

import org.jspecify.annotations.NullMarked;
