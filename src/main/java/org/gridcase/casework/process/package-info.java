/** The case's process: its contract, its steps and the completions of its tasks. */
@NullMarked
package org.gridcase.casework.process;

import org.jspecify.annotations.NullMarked;
