/** Signing in, and which door is open to whom. */
@NullMarked
package org.gridcase.identity.web;

import org.jspecify.annotations.NullMarked;
