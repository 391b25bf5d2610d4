/** The doors that a deploy token opens, and the pages on which it is made and ended. */
@NullMarked
package org.gridcase.identity.web.token;

import org.jspecify.annotations.NullMarked;
