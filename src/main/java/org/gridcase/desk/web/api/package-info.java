/** The JSON API for other programs and for scripts. */
@NullMarked
package org.gridcase.desk.web.api;

import org.jspecify.annotations.NullMarked;
