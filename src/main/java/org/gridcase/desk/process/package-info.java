/** What the desk sets up in the engine's web apps. */
@NullMarked
package org.gridcase.desk.process;

import org.jspecify.annotations.NullMarked;
