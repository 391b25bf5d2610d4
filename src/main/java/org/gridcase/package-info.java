/** GridCase: what goes wrong in a city becomes a case that is put right. */
@NullMarked
package org.gridcase;

import org.jspecify.annotations.NullMarked;
