/** Which door is behind which limit. */
@NullMarked
package org.gridcase.limits.web;

import org.jspecify.annotations.NullMarked;
