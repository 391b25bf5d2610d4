/** The language forms are written in: what a schema may hold, and what it demands of a submission. */
@NullMarked
@NamedInterface("form")
package org.gridcase.policy.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
