/** Who is to be told what, by which channel: written with what it tells of, sent afterwards, once. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "identity", "limits", "outward", "privacy", "audit"})
package org.gridcase.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
