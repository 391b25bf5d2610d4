/** Photos by content hash: checked, re-encoded, stripped for display, originals kept apart. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.gridcase.photo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
