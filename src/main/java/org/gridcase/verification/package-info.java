/** Confirming and checking on the spot, and the reporter's feedback. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "casework", "grid", "photo", "assistant", "identity", "policy", "workflow"})
package org.gridcase.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
