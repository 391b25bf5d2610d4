/** What a policy release may hold, looked at before the engine or Drools see any of it. */
@NullMarked
@NamedInterface("guard")
package org.gridcase.policy.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
