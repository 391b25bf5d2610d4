/** Ids and tiny value types that every module speaks in; no Spring. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.gridcase.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
