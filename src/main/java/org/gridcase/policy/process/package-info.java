/** The life of a draft as a process: its contract, its model and how it is moved. */
@NullMarked
package org.gridcase.policy.process;

import org.jspecify.annotations.NullMarked;
