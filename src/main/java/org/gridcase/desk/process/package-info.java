/** The engine as the desk shows and keeps it: Tasklist's filters, what is stuck, and whether it agrees with the cases. */
@NullMarked
package org.gridcase.desk.process;

import org.jspecify.annotations.NullMarked;
