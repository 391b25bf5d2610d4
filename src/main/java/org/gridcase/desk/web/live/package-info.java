/** Tells pages that something on them has changed, on whatever node it happened. */
@NullMarked
package org.gridcase.desk.web.live;

import org.jspecify.annotations.NullMarked;
