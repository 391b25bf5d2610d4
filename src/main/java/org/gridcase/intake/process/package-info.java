/** Reporting as a process: what a grid worker starts from the Tasklist. */
@NullMarked
package org.gridcase.intake.process;

import org.jspecify.annotations.NullMarked;
