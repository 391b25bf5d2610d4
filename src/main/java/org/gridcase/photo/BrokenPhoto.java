package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** It starts like a photo and cannot be read to its end. */
public class BrokenPhoto extends Refusal {

    private BrokenPhoto(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static BrokenPhoto content() {
        return new BrokenPhoto("photo.broken");
    }
}
