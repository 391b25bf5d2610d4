/** One's own tasks, on a phone first: they go on working where the network does not. */
@NullMarked
package org.gridcase.desk.my;

import org.jspecify.annotations.NullMarked;
