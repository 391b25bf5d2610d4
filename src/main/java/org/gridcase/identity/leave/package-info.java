/** Leave: who is away, who stands in for them, and what that lets each of them do. */
@NullMarked
@NamedInterface("leave")
package org.gridcase.identity.leave;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
