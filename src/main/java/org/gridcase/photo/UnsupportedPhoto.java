package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** A sound picture of a kind that no camera makes and we do not read. */
public class UnsupportedPhoto extends Refusal {

    private UnsupportedPhoto(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static UnsupportedPhoto colours() {
        return new UnsupportedPhoto("photo.unsupportedColours");
    }

    static UnsupportedPhoto moving() {
        return new UnsupportedPhoto("photo.unsupportedAnimation");
    }
}
