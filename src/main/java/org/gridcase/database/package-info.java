/** The database a first start brings along, durable in the data folder. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.gridcase.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
