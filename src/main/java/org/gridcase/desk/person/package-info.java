/** What is personal, for those who have a reason: shown, erased, handed out. */
@NullMarked
package org.gridcase.desk.person;

import org.jspecify.annotations.NullMarked;
