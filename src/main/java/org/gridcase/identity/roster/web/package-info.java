/** The administrator's pages and interface for staff and grants. */
@NullMarked
package org.gridcase.identity.roster.web;

import org.jspecify.annotations.NullMarked;
