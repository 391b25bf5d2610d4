/** The map and the file endpoints of the grids. */
@NullMarked
package org.gridcase.grid.web;

import org.jspecify.annotations.NullMarked;
