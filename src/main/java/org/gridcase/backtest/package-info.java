/** Tries a draft of policy on decisions of the past: what would be decided otherwise, and what follows for the units. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "grid", "catalogue", "policy"})
package org.gridcase.backtest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
