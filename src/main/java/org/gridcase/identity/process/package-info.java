/** The engine's view of staff: users, groups {@code role@scope}, tenants, rights. */
@NullMarked
package org.gridcase.identity.process;

import org.jspecify.annotations.NullMarked;
