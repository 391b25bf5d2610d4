/** Decision spreadsheets: their contracts, their inspection and the rule bases compiled from them. */
@NullMarked
package org.gridcase.policy.table;

import org.jspecify.annotations.NullMarked;
