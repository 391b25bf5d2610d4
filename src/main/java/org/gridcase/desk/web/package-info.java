/** The API and the pages of the desk. */
@NullMarked
package org.gridcase.desk.web;

import org.jspecify.annotations.NullMarked;
