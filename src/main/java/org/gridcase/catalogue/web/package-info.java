/** The catalogue over HTTP. */
@NullMarked
package org.gridcase.catalogue.web;

import org.jspecify.annotations.NullMarked;
