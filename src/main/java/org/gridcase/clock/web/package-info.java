/** What the engine's web apps show of deadlines, as JSON. */
@NullMarked
package org.gridcase.clock.web;

import org.jspecify.annotations.NullMarked;
