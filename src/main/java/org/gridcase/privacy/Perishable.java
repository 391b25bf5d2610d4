package org.gridcase.privacy;

import java.time.Instant;

/** Something personal that is kept for a time only; how long is the city's to say. */
public interface Perishable {

    /** As in {@code gridcase.privacy.keep}. */
    String kind();

    /**
     * Takes away what has been over since before that moment, in the caller's transaction; never anything of a case still
     * open.
     *
     * @return how many went; fewer than {@code most} once nothing is left
     */
    int purge(Instant before, int most);
}
