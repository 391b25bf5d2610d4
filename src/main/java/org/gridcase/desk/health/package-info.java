/** What tells a machine whether this node is well, and a chart how the work goes. */
@NullMarked
package org.gridcase.desk.health;

import org.jspecify.annotations.NullMarked;
