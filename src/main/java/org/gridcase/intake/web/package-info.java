/** The residents' pages: report, then follow. */
@NullMarked
package org.gridcase.intake.web;

import org.jspecify.annotations.NullMarked;
