/** Personal tokens for Camunda Modeler, which can send only a name with a password or a pasted token. */
@NullMarked
package org.gridcase.identity.token;

import org.jspecify.annotations.NullMarked;
