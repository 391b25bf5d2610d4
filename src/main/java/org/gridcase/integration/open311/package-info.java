/** Open311 GeoReport v2 (wiki.open311.org/GeoReport_v2), the door of other cities' reporting apps. */
@NullMarked
package org.gridcase.integration.open311;

import org.jspecify.annotations.NullMarked;
