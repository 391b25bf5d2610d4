package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** The bytes are no JPEG, PNG or WebP, whatever they are called. */
public class NotAPhoto extends Refusal {

    private NotAPhoto(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static NotAPhoto content() {
        return new NotAPhoto("photo.notAPhoto");
    }

    /** Nothing was sent at all. */
    public static NotAPhoto missing() {
        return new NotAPhoto("photo.missing");
    }
}
