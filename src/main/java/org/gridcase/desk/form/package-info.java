/** Forms as people see them, in the Tasklist and on a phone, and the data their widgets show. */
@NullMarked
package org.gridcase.desk.form;

import org.jspecify.annotations.NullMarked;
