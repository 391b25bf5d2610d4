/** Every door of the application, tried by everybody. */
@org.jspecify.annotations.NullMarked
package org.gridcase.doors;
