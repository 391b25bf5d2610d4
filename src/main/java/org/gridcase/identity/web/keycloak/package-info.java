/** Sign-in with Keycloak: nothing here exists unless {@code gridcase.oidc.issuer} is set. */
@NullMarked
package org.gridcase.identity.web.keycloak;

import org.jspecify.annotations.NullMarked;
