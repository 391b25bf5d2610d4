package org.gridcase.policy;

import java.time.Instant;

/**
 * That a release is in force somewhere from then on.
 *
 * @param district its code; {@link #CITY} for all of them
 */
record Force(int release, String district, Instant effectiveAt) {
    static final String CITY = "";

    boolean reaches(String place) {
        return district.equals(CITY) || district.equals(place);
    }
}
