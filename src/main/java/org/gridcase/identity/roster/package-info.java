/** Keeps the staff in step with Keycloak, and changes who may do what where: there first, then here. */
@NullMarked
package org.gridcase.identity.roster;

import org.jspecify.annotations.NullMarked;
