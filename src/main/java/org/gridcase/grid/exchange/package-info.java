/** Areas, units and duties as files: checked imports that change all or nothing, and exports they can read back. */
@NullMarked
package org.gridcase.grid.exchange;

import org.jspecify.annotations.NullMarked;
