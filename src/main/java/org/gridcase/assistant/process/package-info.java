/** The machine's step in the case's process. */
@NullMarked
package org.gridcase.assistant.process;

import org.jspecify.annotations.NullMarked;
