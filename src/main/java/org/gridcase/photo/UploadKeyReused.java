package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** The same key came with another photo before. */
public class UploadKeyReused extends Refusal {

    private UploadKeyReused(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static UploadKeyReused otherPhoto() {
        return new UploadKeyReused("photo.keyReused");
    }
}
