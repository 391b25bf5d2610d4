package org.gridcase.photo;

import org.gridcase.shared.Refusal;

/** What was said along with the photo makes no sense. */
public class BadUpload extends Refusal {

    private BadUpload(String key, Object... arguments) {
        super(Kind.INVALID, key, arguments);
    }

    static BadUpload badKey() {
        return new BadUpload("photo.badKey");
    }

    public static BadUpload place() {
        return new BadUpload("photo.badPlace");
    }

    public static BadUpload time() {
        return new BadUpload("photo.badTime");
    }
}
