/** The page on which a draft's flow is tried on a past. */
@NullMarked
package org.gridcase.whatif.web;

import org.jspecify.annotations.NullMarked;
