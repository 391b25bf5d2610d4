/** The engine's own HTTP doors and what passes through them. */
@NullMarked
package org.gridcase.workflow.web;

import org.jspecify.annotations.NullMarked;
