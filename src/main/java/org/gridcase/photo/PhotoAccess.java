package org.gridcase.photo;

import jakarta.servlet.http.HttpServletRequest;

/** A rule of who may see a photo; one rule that says yes is enough, and with none the photo does not exist. */
public interface PhotoAccess {

    boolean maySee(Photo photo, HttpServletRequest request);

    /** The bytes as they came, with all the camera wrote into them. */
    default boolean maySeeOriginal(Photo photo, HttpServletRequest request) {
        return false;
    }

    /** Told after a rule has said yes: whoever keeps a record of who saw what does it here. */
    default void seen(Photo photo, boolean original, HttpServletRequest request) {}
}
