/** Which unit handles a case, and cases sent back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "casework", "grid", "catalogue", "identity", "policy", "workflow", "photo"})
package org.gridcase.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
