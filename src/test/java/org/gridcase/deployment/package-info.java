/** What stands in the files for Docker, read without Docker. */
@org.jspecify.annotations.NullMarked
package org.gridcase.deployment;
