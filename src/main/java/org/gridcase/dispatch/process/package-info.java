/** Dispatch's step and task in the case's process. */
@NullMarked
package org.gridcase.dispatch.process;

import org.jspecify.annotations.NullMarked;
