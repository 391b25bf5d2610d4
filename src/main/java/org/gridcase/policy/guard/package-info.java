/** What a policy release may hold, looked at before the engine or Drools see any of it. */
@NullMarked
package org.gridcase.policy.guard;

import org.jspecify.annotations.NullMarked;
