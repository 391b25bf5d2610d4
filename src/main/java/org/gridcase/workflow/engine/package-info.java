/** How the engine is set up and what it will not let pass. */
@NullMarked
package org.gridcase.workflow.engine;

import org.jspecify.annotations.NullMarked;
