/** The invented city a first start shows, and the accounts that work in it. */
@NullMarked
package org.gridcase.grid.demo;

import org.jspecify.annotations.NullMarked;
